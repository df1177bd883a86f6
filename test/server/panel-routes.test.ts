import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { gatewayUnderTest } from './gateway-under-test.ts'

test.each(['/panel.js', '/panel.mjs', '/panel.en.js', '/panel.ko.js', '/sdk.js'])(
  '%s is served to pages of other origins, for a while, without a key',
  async (url) => {
    const { app } = await gatewayUnderTest({})
    const response = await app.inject({ url })
    expect(response.statusCode).toBe(200)
    expect(response.headers).toMatchObject({
      'content-type': 'application/javascript; charset=utf-8',
      'cache-control': 'public, max-age=300',
      'cross-origin-resource-policy': 'cross-origin',
    })
    expect(response.headers.etag).toBeTruthy()
    const again = await app.inject({ url, headers: { 'if-none-match': String(response.headers.etag) } })
    expect(again.statusCode).toBe(304)
  },
)

test('the script of the panel is small', async () => {
  const { app } = await gatewayUnderTest({})
  const { rawPayload } = await app.inject({ url: '/panel.js' })
  expect(gzipSync(rawPayload).length).toBeLessThan(27_000)
})
