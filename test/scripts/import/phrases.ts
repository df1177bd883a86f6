import fc from 'fast-check'
import type { Phrase } from '../../../src/scripts/index.ts'

/** Texts with the dirt of real files: marks, quotes, commas, formulas, emoji, escapes, several lines. */
const piece = fc.constantFrom(
  '亲',
  '在的',
  ',',
  '"',
  "'",
  '=1+1',
  '-',
  '@',
  '😊',
  '&#44;',
  '&#13;',
  '&',
  '\n',
  '；',
  ' x',
  '{单号}',
  '长'.repeat(430),
)
export const dirtyText = fc.array(piece, { minLength: 1, maxLength: 6 }).map((pieces) => `好${pieces.join('')}好`)
const start = fc.constantFrom('', '=', '+', '-', '@', "'", "'=", '\t')
const word = fc
  .tuple(start, fc.constantFrom('', 'zx', '分组', '问候 语'))
  .map(([mark, text]) => (text === '' ? '' : mark + text))

/** Phrases as a reader could have made them. */
export const phrases: fc.Arbitrary<Phrase[]> = fc
  .array(
    fc.record({
      code: word,
      title: word.map((text) => text.replaceAll('::', '')),
      group: word,
      text: fc.tuple(start, dirtyText).map(([mark, text]) => mark + text),
      language: fc.constantFrom('', 'zh', 'en-US'),
      isOff: fc.boolean(),
      extra: fc.dictionary(fc.constantFrom('使用次数', 'other_field'), fc.constantFrom('7', '=2', 'a,b'), {
        maxKeys: 2,
      }),
    }),
    { maxLength: 6 },
  )
  .map((list) => list.map((one, i) => ({ ...one, row: i + 2 })))
