import { generateKeyPairSync, sign } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { matchesPattern, originPattern } from '../../src/extension/background/match-pattern.ts'
import { verifySignature } from '../../src/extension/background/verify-signature.ts'
import { contentHash } from '../../src/extension/content/content-hash.ts'

const pair = () => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const spki = publicKey.export({ format: 'der', type: 'spki' }).toString('base64url')
  const signed = (body: Uint8Array) =>
    sign('sha256', body, { key: privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64url')
  return { spki, signed }
}

describe('the signature of descriptions', () => {
  test('holds for the bytes that were signed, by the key that is pinned, and for nothing else', async () => {
    const [ours, other] = [pair(), pair()]
    const body = new TextEncoder().encode('{"format":1,"sites":[]}')
    const signature = ours.signed(body)
    expect(await verifySignature(ours.spki, body, signature)).toBe(true)
    expect(await verifySignature(other.spki, body, signature)).toBe(false)
    expect(await verifySignature(ours.spki, body, other.signed(body))).toBe(false)
    await fc.assert(
      fc.asyncProperty(fc.nat(body.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const changed = body.slice()
        changed[at]! ^= change
        expect(await verifySignature(ours.spki, changed, signature)).toBe(false)
      }),
      { numRuns: 40 },
    )
    for (const nonsense of ['', 'not base64url!', 'AAAA'])
      expect(await verifySignature(ours.spki, body, nonsense)).toBe(false)
    expect(await verifySignature('AAAA', body, signature)).toBe(false)
  })
})

describe('a match pattern', () => {
  test.each([
    ['https://*.zendesk.com/agent/*', 'https://shop.zendesk.com/agent/tickets/5', true],
    ['https://*.zendesk.com/agent/*', 'https://zendesk.com/agent/', true],
    ['https://*.zendesk.com/agent/*', 'https://evilzendesk.com/agent/', false],
    ['https://*.zendesk.com/agent/*', 'https://zendesk.com.evil.example/agent/', false],
    ['https://*.zendesk.com/agent/*', 'http://shop.zendesk.com/agent/', false],
    ['https://app.chatwoot.com/app/*', 'https://app.chatwoot.com/auth', false],
    ['*://shop.example/a.c', 'http://shop.example/abc', false],
    ['https://shop.example/*', 'javascript:alert(1)//shop.example/', false],
    ['nonsense', 'https://shop.example/', false],
  ])('%s and %s: %s', (pattern, address, is) => {
    expect(matchesPattern(pattern, address)).toBe(is)
  })

  test('of an origin is its own, without port and path; none for what is no page of the web', () => {
    expect(originPattern('http://127.0.0.1:8080/x?y')).toBe('http://127.0.0.1/*')
    expect(originPattern('chrome://settings')).toBeUndefined()
    expect(originPattern('')).toBeUndefined()
  })
})

test('the name made of a text stays, and tells texts apart', () => {
  expect(contentHash('在吗')).toBe(contentHash('在吗'))
  fc.assert(
    fc.property(fc.uniqueArray(fc.string(), { minLength: 2, maxLength: 50 }), (texts) => {
      expect(new Set(texts.map(contentHash)).size).toBe(texts.length)
    }),
  )
})
