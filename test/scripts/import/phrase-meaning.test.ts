import fc from 'fast-check'
import { expect, test } from 'vitest'
import { meaningOf, textIn } from '../../../src/scripts/index.ts'

const of = (code: string, text: string) => meaningOf('chatgpt-on-cs', { code, text })

test.each([
  ['在吗|有人吗', '在的[or]您好，在的', ['在的', '您好，在的'], ['在吗', '有人吗'], []],
  ['啥时[and]发货', '今天发货[~]', ['今天发货'], ['啥时 发货'], []],
  ['*多少钱*|*', '[~]看链接哦[~]', ['看链接哦'], ['多少钱'], []],
  ['尺码表', '看图[@]C:\\图\\尺码.png[/@][or]看图', ['看图'], ['尺码表'], ['[@]C:\\图\\尺码.png[/@]']],
  ['图', '[@]a.png[/@]', [], ['图'], ['[@]a.png[/@]']],
])('%s -> %s', (code, text, texts, asked, leftOut) => {
  expect(of(code, text)).toEqual({ texts, asked, leftOut })
})

test('the same signs mean nothing to other programs', () => {
  const phrase = { code: 'a|b', text: '在的[or]您说[~]' }
  expect(meaningOf('qianniu', phrase)).toEqual({ texts: [phrase.text], asked: [], leftOut: [] })
})

test('ways to say something come back as they went', () => {
  const words = fc.stringMatching(/^[\u4e00-\u4e20a-z，]{1,8}$/)
  fc.assert(
    fc.property(fc.uniqueArray(words, { minLength: 1, maxLength: 5 }), (texts) => {
      expect(of('', textIn('chatgpt-on-cs', texts)).texts).toEqual(texts)
      expect(textIn('table', texts)).toBe(texts[0])
    }),
  )
})
