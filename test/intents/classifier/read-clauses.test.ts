import { describe, expect, test } from 'vitest'
import { sharesOf } from '../../../src/intents/classifier/classify.ts'
import { readClauses } from '../../../src/intents/classifier/read-clauses.ts'
import { featuresOf, intentsOf, normalise } from '../../../src/intents/index.ts'
import { TINY_MODELS } from '../tiny-models.ts'

const model = TINY_MODELS.zh
const families = (text: string, limit = 2) =>
  intentsOf(model, readClauses(model, text), limit).map(({ family }) => family)

describe('readClauses', () => {
  test('finds both questions of a message, parted by a comma or by a space', () => {
    for (const text of ['穿多大码合适，邮费多少钱', '邮费多少钱 穿多大码合适', '穿多大码合适？邮费多少钱。'])
      expect(families(text).sort()).toEqual(['shipping_fee', 'size_fit'])
  })
  test.each(['穿多大码合适呀邮费多少钱', '不知道穿多大码呢邮费多少钱'])(
    'a particle ends a sentence without a mark too: %s',
    (text) => {
      expect(families(text).sort()).toEqual(['shipping_fee', 'size_fit'])
    },
  )
  test('thanks stand behind the matter that comes with them', () => {
    expect(families('谢谢了谢谢了邮费多少钱', 1)).toEqual(['shipping_fee'])
  })
  test('a greeting or a nod beside a question adds nothing', () => {
    const share = (text: string, family: string) => readClauses(model, text).families[model.families.indexOf(family)]!
    const whole = sharesOf(model, featuresOf(normalise('您好，邮费多少钱').text))
    expect(share('您好，邮费多少钱', 'greeting')).toBe(whole.families[model.families.indexOf('greeting')])
    expect(families('您好您好，邮费多少钱', 1)).toEqual(['shipping_fee'])
  })
  test.each(['我想问一下邮费多少钱', '亲，麻烦问下，邮费多少钱', '想咨询下邮费多少钱'])(
    'words that announce a question say nothing of it: %s',
    (text) => {
      expect(readClauses(model, text)).toEqual(readClauses(model, '邮费多少钱'))
    },
  )
  test.each(['我想问一下', '问一下哈'])('nothing but an announcement is read as it is: %s', (text) => {
    expect(readClauses(model, text)).toEqual(sharesOf(model, featuresOf(normalise(text).text)))
  })
  test('one clause is read as it is', () => {
    expect(readClauses(model, '邮费多少钱')).toEqual(sharesOf(model, featuresOf(normalise('邮费多少钱').text)))
  })

  describe('Korean', () => {
    const korean = (text: string) =>
      intentsOf(TINY_MODELS.ko, readClauses(TINY_MODELS.ko, text), 2)
        .map(({ family }) => family)
        .sort()
    test.each(['배송비 얼마예요 어떤 사이즈가 맞을까요', '어떤 사이즈가 맞을까요 그리고 배송비 있나요'])(
      'a sentence ends in its verb: %s',
      (text) => expect(korean(text)).toEqual(['shipping_fee', 'size_fit']),
    )
    test.each(['필요 배송비 얼마', '아까 배송비 얼마', '그러니까 배송비 얼마'])(
      'a noun or a reason that ends alike ends no sentence: %s',
      (text) => {
        const whole = sharesOf(TINY_MODELS.ko, featuresOf(normalise(text).text))
        expect(readClauses(TINY_MODELS.ko, text)).toEqual(whole)
      },
    )
  })
  test.each(['how much is shipping, size L', 'how much is shipping, in xl', 'how much is shipping, 38'])(
    'a bare size beside a question is a value: %s',
    (text) => {
      const whole = sharesOf(TINY_MODELS.en, featuresOf(normalise(text).text))
      expect(readClauses(TINY_MODELS.en, text)).toEqual(whole)
    },
  )
})
