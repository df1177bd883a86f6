import { expect, test } from 'vitest'
import type { Happening } from '../../../src/protocol/index.ts'
import { isEcho } from '../../../src/server/ingest/echo.ts'

const isPlatformId = (id: string) => /^\d+$/.test(id)
const AT = '2026-11-22T10:00:00Z'
const line = { messageId: '9', role: 'agent', text: '亲 在的', at: AT } as const
const told = { ...line, messageId: 'client-1', at: '2026-11-22T09:59:58Z' } as const

test.each([
  ['the same words by the agent’s client', true, line, [told]],
  ['but for spaces around', true, line, [{ ...told, text: ' 亲 在的 ' }]],
  ['without times', true, { ...line, at: undefined }, [told]],
  ['other words', false, line, [{ ...told, text: '亲 不在' }]],
  ['long ago', false, line, [{ ...told, at: '2026-11-22T09:50:00Z' }]],
  ['by the platform itself', false, line, [{ ...told, messageId: '8' }]],
  ['of the shopper', false, line, [{ ...told, role: 'shopper' }]],
  ['to a shopper’s message', false, { ...line, role: 'shopper' }, [told]],
  ['to a picture', false, { ...line, text: undefined, kind: 'image' }, [{ ...told, text: undefined, kind: 'image' }]],
  ['nothing said before', false, line, []],
] as [string, boolean, Parameters<typeof isEcho>[0], Happening[]][])('%s: %s', (_name, expected, message, turn) => {
  expect(isEcho(message, turn, isPlatformId)).toBe(expected)
})
