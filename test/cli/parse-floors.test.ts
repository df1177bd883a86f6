import { expect, test } from 'vitest'
import { parseFloors } from '../../src/server/cli/parse-floors.ts'
import { UsageError } from '../../src/server/cli/usage-error.ts'

test('reads several floors', () => {
  expect(parseFloors('lenient=0.8, top3=.88')).toEqual({ lenient: 0.8, top3: 0.88 })
  expect(parseFloors('macroF1=0')).toEqual({ macroF1: 0 })
})

test.each([
  '',
  'lenient',
  'lenient=',
  'lenient=80',
  'lenient=-0.1',
  'lenient=x',
  'speed=0.5',
  'toString=0.5',
  'lenient=0.8,',
])('refuses "%s"', (text) => {
  expect(() => parseFloors(text)).toThrow(UsageError)
})
