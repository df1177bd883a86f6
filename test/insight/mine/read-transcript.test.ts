import { expect, test } from 'vitest'
import { chatsOfRows, readTranscript } from '../../../src/insight/index.ts'

const EXPORT = `爱逛街的鱼 2026-11-22 10:00:00
发什么快递
急用
坚果旗舰店:小美 (2026-11-22 10:00:20): 默认圆通哦
爱逛街的鱼 2026/11/22 10:01
好的

------------------------------
另一位 2026-11-22 10:02:00
包邮吗
坚果旗舰店:小美 2026-11-22 10:02:09
满68包邮`

test('a text export is read as chats that are not called by their nicks', () => {
  const { chats, faults } = readTranscript(EXPORT.replaceAll('\n', '\r\n'), 'log', new Set())
  expect(faults).toEqual([])
  expect(chats.map(({ id, turns }) => [id, turns])).toEqual([
    [
      'log-1',
      [
        { role: 'shopper', text: '发什么快递\n急用' },
        { role: 'agent', text: '默认圆通哦' },
        { role: 'shopper', text: '好的' },
      ],
    ],
    [
      'log-2',
      [
        { role: 'shopper', text: '包邮吗' },
        { role: 'agent', text: '满68包邮' },
      ],
    ],
  ])
  expect(chats[0]!.names).toEqual(['爱逛街的鱼', '坚果旗舰店:小美'])
})

test('an agent whose nick does not show it is named; another shopper and a long silence begin another chat', () => {
  const text =
    '甲 2026-11-22 10:00:00\n在吗\n丙 2026-11-22 10:00:05\n在的\n乙 2026-11-22 10:01:00\n在吗\n乙 2026-11-22 16:01:00\n在吗'
  const { chats } = readTranscript(text, 'log', new Set(['丙']))
  expect(chats.map(({ turns }) => turns.map(({ role }) => role))).toEqual([
    ['shopper', 'agent'],
    ['shopper'],
    ['shopper'],
  ])
})

test('a line before any heading is named', () => {
  expect(readTranscript('发什么快递', 'log', new Set()).faults).toEqual([1])
})

test('a sheet has its columns in any order, and every row that cannot be read is named', () => {
  const rows = [
    ['内容', '会话ID', '角色'],
    ['包邮吗', '鱼', '买家'],
    ['满68包邮', '鱼', '客服'],
    ['?', '鱼', '老板'],
    ['?', '', '买家'],
  ]
  const { chats, faults } = chatsOfRows(rows, 'log')
  expect(chats).toEqual([
    {
      id: 'log-1',
      names: ['鱼'],
      turns: [
        { role: 'shopper', text: '包邮吗' },
        { role: 'agent', text: '满68包邮' },
      ],
    },
  ])
  expect(faults.map(({ row }) => row)).toEqual([4, 5])
  expect(chatsOfRows([['a', 'b']], 'log').faults).toMatchObject([{ row: 1 }])
})
