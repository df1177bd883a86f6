import { expect, test } from 'vitest'
import type { Suggestion } from '../../../src/protocol/index.ts'
import { noteText } from '../../../src/server/ingest/note-text.ts'

const suggestion = (more: Partial<Suggestion>): Suggestion => ({
  id: 's',
  scriptId: 'zh.x',
  intent: 'x.y',
  tier: 'answer',
  text: '亲 这款有现货哦',
  templateText: '',
  parts: [],
  score: 1,
  reasons: [],
  asks: [],
  missing: [],
  todo: [],
  warnings: [],
  ...more,
})
const reason = (says: string) => ({ feature: 'f', value: 1, says })

test('a note is numbered, with tier, why, meaning, to-dos and warnings', () => {
  const suggestions = [
    suggestion({
      reasons: [reason('问的是库存'), reason('常被采用'), reason('不显示')],
      todo: [{ action: 'remark.add', copy: '发顺丰', done: false }],
      warnings: [{ rule: 'R12', level: 'warn', start: 0, end: 1, says: '核对库存' }],
    }),
    suggestion({ tier: 'ask', text: 'Which colour?', gloss: '要什么颜色？' }),
  ]
  expect(noteText({ suggestions }, 'zh', false)).toBe(
    [
      '**建议回复（仅客服可见）**',
      '**1\\. 回答**\n亲 这款有现货哦\n理由: 问的是库存 · 常被采用\n☐ 待办: 加订单备注 — 发顺丰\n⚠ R12 核对库存',
      '**2\\. 询问**\nWhich colour?\n意思: 要什么颜色？',
    ].join('\n\n'),
  )
  expect(noteText({ suggestions }, 'en', true)).toContain('(instead of the note before)')
})

test.each([
  ['a mention', '[@Mia](mention://user/12/Mia)', '\\[@Mia\\](mention://user/12/Mia)'],
  ['a picture', '![x](https://evil.example/p.png)', '!\\[x\\](https://evil.example/p.png)'],
  ['HTML', '<img src=x onerror=alert(1)>', '\\<img src=x onerror=alert(1)\\>'],
  ['a heading and a list', '# a\n- b\n1. c', '\\# a\n\\- b\n1\\. c'],
  ['emphasis', '/:^_^ **好**', '/:^\\_^ \\*\\*好\\*\\*'],
  ['an entity', 'a &lt; b & c', 'a \\&lt; b & c'],
  ['an empty line', 'a\n \n\nb', 'a\nb'],
])('%s in a reply is shown as it is', (_name, text, shown) => {
  expect(
    noteText({ suggestions: [suggestion({ text })] }, 'en', false)
      .split('\n')
      .slice(3)
      .join('\n'),
  ).toBe(shown)
})

test('a very long reply is cut, between characters', () => {
  const note = noteText({ suggestions: [suggestion({ text: `a${'😀'.repeat(2_000)}` })] }, 'zh', false)
  expect(note.length).toBeLessThan(1_400)
  expect(note.isWellFormed()).toBe(true)
})
