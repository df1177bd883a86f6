import { expect, test } from 'vitest'
import { maskPersonal } from '../../src/guard/index.ts'

test.each([
  ['13812345678', '138****5678'],
  ['+86 138-1234-5678', '138****5678'],
  ['110101199003071234', '110****1234'],
  ['jane@example.com', 'j***@example.com'],
  ['杭州市西湖区文三路123号', '杭州市西湖区****'],
])('%s -> %s', (text, masked) => {
  expect(maskPersonal(text)).toBe(masked)
})
