import fc from 'fast-check'
import { expect, test } from 'vitest'
import { linesOf } from '../../../src/server/routes/lines-of.ts'

async function* chunksOf(text: string, size: number) {
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function read(text: string, size: number, limit = 1_000) {
  const lines = []
  for await (const line of linesOf(chunksOf(text, size), limit)) lines.push(line)
  return lines
}

test('however a stream is cut, the lines are the same', async () => {
  const text = fc.array(fc.constantFrom('你好', 'a', '\n', '\r\n', '😀', '{}')).map((parts) => parts.join(''))
  await fc.assert(
    fc.asyncProperty(text, fc.integer({ min: 1, max: 9 }), async (given, size) => {
      const expected = given
        .split('\n')
        .flatMap((line, i) => (line.trim() === '' ? [] : [{ number: i + 1, text: line.trim() }]))
      expect(await read(given, size)).toEqual(expected)
    }),
  )
})

test('a line beyond the limit is counted, not kept', async () => {
  expect(await read(`${'a'.repeat(11)}\n${'b'.repeat(10)}\n${'c'.repeat(500)}`, 4, 10)).toEqual([
    { number: 1, text: undefined },
    { number: 2, text: 'b'.repeat(10) },
    { number: 3, text: undefined },
  ])
})
