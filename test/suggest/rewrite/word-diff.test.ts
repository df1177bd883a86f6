import { expect, test } from 'vitest'
import { wordDiff } from '../../../src/suggest/rewrite/word-diff.ts'
import { fc, test as property } from './property.ts'

test('names the words that came and went', () => {
  expect(wordDiff('ships within 48 hours', 'usually ships within 48 hours', 'en')).toEqual([
    { op: 'add', text: 'usually ' },
    { op: 'same', text: 'ships within 48 hours' },
  ])
  expect(wordDiff('请稍等', '请您稍等哦', 'zh').map(({ op }) => op)).toEqual(['same', 'add', 'same', 'add'])
  expect(wordDiff('好', '好', 'zh')).toEqual([{ op: 'same', text: '好' }])
})

const words = fc
  .array(fc.constantFrom('好', '的', 'a', ' ', '59', '元', '，', '包邮'), { maxLength: 30 })
  .map((all) => all.join(''))
property('both texts can be read off', words, words, (before, after) => {
  const steps = wordDiff(before, after, 'zh')
  const without = (op: string) => steps.flatMap((step) => (step.op === op ? [] : [step.text])).join('')
  expect([without('add'), without('remove')]).toEqual([before, after])
})

test('long texts are exchanged whole rather than compared for ever', () => {
  const steps = wordDiff('一 '.repeat(2_000), '二 '.repeat(2_000), 'zh')
  expect(steps.length).toBeLessThan(5)
})
