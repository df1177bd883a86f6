import { expect, test } from 'vitest'
import { displayWidth, textTable } from '../../../src/insight/evaluate/text-table.ts'

test('wide characters take two columns', () => {
  expect(displayWidth('abc')).toBe(3)
  expect(displayWidth('话术ok')).toBe(6)
  expect(displayWidth('사이즈')).toBe(6)
  expect(displayWidth('，😀')).toBe(4)
})

test('numbers stand right, words left, columns line up', () => {
  const table = textTable(
    ['名', 'n'],
    [
      ['尺码', '7'],
      ['a', '12'],
    ],
  )
  expect(table).toBe(['名     n', '────  ──', '尺码   7', 'a     12'].join('\n'))
})
