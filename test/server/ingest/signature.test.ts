import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CHATWOOT_SIGNING } from '../../../src/server/ingest/chatwoot-settings.ts'
import { checkSignature, isSame, type Signing } from '../../../src/server/ingest/signature.ts'

const SECRET = 'a-secret-of-the-webhook'
const NOW = Date.parse('2026-11-22T10:00:00Z')
const BODY = Buffer.from('{"event":"message_created","content":"在吗"}')
const time = (secondsAgo = 0) => String(NOW / 1000 - secondsAgo)

function signed(body = BODY, timestamp = time(), secret = SECRET) {
  const hex = createHmac('sha256', secret).update(`${timestamp}.`).update(body).digest('hex')
  return { 'x-chatwoot-signature': `sha256=${hex}`, 'x-chatwoot-timestamp': timestamp }
}
const check = (headers: Record<string, string | string[]>, body = BODY) =>
  checkSignature(CHATWOOT_SIGNING, SECRET, headers, body, NOW)

describe('the signature of Chatwoot', () => {
  test('over time and raw body passes, five minutes either way', () => {
    for (const ago of [0, 299, -299]) expect(() => check(signed(BODY, time(ago)))).not.toThrow()
  })

  test.each([
    ['is missing', {}],
    ['has no time', { 'x-chatwoot-signature': signed()['x-chatwoot-signature'] }],
    ['is too old', signed(BODY, time(301))],
    ['is of the future', signed(BODY, time(-301))],
    ['has a time that is none', signed(BODY, 'now')],
    ['is by another secret', signed(BODY, time(), 'another-secret-altogether')],
    ['is of another body', signed(Buffer.from('{}'))],
    ['has another time than was signed', { ...signed(), 'x-chatwoot-timestamp': time(1) }],
    ['lacks its prefix', { ...signed(), 'x-chatwoot-signature': signed()['x-chatwoot-signature'].slice(7) }],
    ['is in capitals', { ...signed(), 'x-chatwoot-signature': signed()['x-chatwoot-signature'].toUpperCase() }],
    ['is empty', { ...signed(), 'x-chatwoot-signature': '' }],
    ['is sent twice', { ...signed(), 'x-chatwoot-signature': ['a', 'b'] }],
  ])('that %s is refused', (_name, headers) => {
    expect(() => check(headers)).toThrow(expect.objectContaining({ code: 'unauthorized' }))
  })

  test('holds for every byte of the body', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 200 }), fc.nat(), (bytes, place) => {
        const body = Buffer.from(bytes)
        expect(() => check(signed(body), body)).not.toThrow()
        const changed = Buffer.from(body)
        changed[place % body.length]! ^= 1
        expect(() => check(signed(body), changed)).toThrow()
      }),
    )
  })
})

test('other platforms sign in their own way', () => {
  const signing: Signing = {
    header: 'x-s',
    algorithm: 'sha512',
    encoding: 'base64',
    prefix: '',
    signs: 'v1:{body}:end',
  }
  const given = createHmac('sha512', SECRET).update('v1:').update(BODY).update(':end').digest('base64')
  expect(() => checkSignature(signing, SECRET, { 'x-s': given }, BODY, NOW)).not.toThrow()
  expect(() => checkSignature(signing, SECRET, { 'x-s': `${given}=` }, BODY, NOW)).toThrow()
})

test('secrets of any length are compared whole', () => {
  fc.assert(fc.property(fc.string(), fc.string(), (a, b) => isSame(a, b) === (a === b)))
  expect(isSame('same', 'same')).toBe(true)
})
