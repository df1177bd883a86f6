import { expect, test } from 'vitest'
import { bytesOf } from '../../bench/bytes-of.ts'

test('bytesOf counts typed arrays at any depth, a shared buffer once, and nothing else', () => {
  const shared = new ArrayBuffer(64)
  expect(bytesOf({ a: new Float64Array(3), deep: [{ b: new Int8Array(5) }], text: 'abc', none: undefined })).toBe(29)
  expect(bytesOf([new Uint8Array(shared, 0, 8), new Uint32Array(shared)])).toBe(64)
  expect(bytesOf(null)).toBe(0)
})
