import { expect, test } from 'vitest'
import { createHoldBack } from '../../../src/suggest/rewrite/hold-back.ts'
import { restore } from '../../../src/suggest/rewrite/placeholders.ts'
import { fc, test as property } from './property.ts'

const VALUES = ['59元', '3.5kg']
const open = (maySay = (_: string) => true, limit = 10_000) => createHoldBack({ values: VALUES, limit, maySay })

test('only whole clauses come out, with the values in place', () => {
  const held = open()
  expect(['亲', '，满[', '[1', ']]包', '邮，谢', '谢'].map((piece) => held.push(piece))).toEqual([
    '',
    '亲，',
    '',
    '',
    '满59元包邮，',
    '',
  ])
  expect(held.raw).toBe('亲，满[[1]]包邮，谢谢')
})

test('points within figures and addresses end no clause', () => {
  const held = open()
  expect(['约1.', '5', 'kg. ', 'See a.', 'example. ', 'Ok'].map((piece) => held.push(piece)).join('|')).toBe(
    '||约1.5kg.|| See a.example.|',
  )
})

test('a thought is dropped however it is cut; one that never ends shows nothing', () => {
  for (const pieces of [['<think>保证，x。</think>好，的'], [...'<think>保证，x。</think>\n好，的']]) {
    const held = open()
    expect(pieces.map((piece) => held.push(piece)).join('')).toBe('好，')
    expect(held.raw.trim()).toBe('好，的')
  }
  const held = open()
  expect(held.push('<think>保证，') + held.push('是的，好。嗯')).toBe('')
  expect(held.raw).toBe('')
})

test('too much is too long', () => {
  const held = open(undefined, 50)
  held.push('哈'.repeat(51))
  expect(held.isTooLong).toBe(true)
  const thinking = open(undefined, 50)
  thinking.push(`<think>${'嗯'.repeat(1_000)}`)
  expect(thinking.isTooLong).toBe(false)
  thinking.push('嗯'.repeat(70_000))
  expect(thinking.isTooLong).toBe(true)
})

property(
  'however a text is cut, what is shown is a beginning of it and never what may not be said',
  fc.array(fc.constantFrom('亲', '，', '包', '邮', '[[1]]', '[[2]]', '。', 'a', '好', ' ', '.', '5'), {
    maxLength: 40,
  }),
  fc.array(fc.nat(5), { minLength: 1, maxLength: 20 }),
  (words, cuts) => {
    const text = words.join('')
    const held = open((said) => !said.includes('包邮'))
    let shown = ''
    for (let at = 0, i = 0; at < text.length; i += 1) {
      const size = 1 + cuts[i % cuts.length]!
      shown += held.push(text.slice(at, at + size))
      at += size
      expect(shown).not.toContain('包邮')
      expect(shown).not.toMatch(/[[\]]/)
    }
    expect(restore(text.trimStart(), VALUES)!.startsWith(shown)).toBe(true)
  },
)
