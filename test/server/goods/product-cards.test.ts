import { describe, expect, test } from 'vitest'
import { fakeEngine } from '../fake-engine.ts'
import { gatewayUnderTest, keyOf } from '../gateway-under-test.ts'

const NOW = Date.parse('2026-11-22T12:00:00Z')
const card = (id: string, shortName: string, rest: object = {}) => ({
  id,
  title: `新款${shortName}`,
  shortName,
  category: 'clothing',
  price: 59,
  ...rest,
})

async function desk(...products: object[]) {
  const keys = [keyOf({ roles: ['lead'] }, 'lead'), keyOf({ stores: ['other'] }, 'other')]
  const { app } = await gatewayUnderTest({ engine: fakeEngine(), keys, clock: { now: () => NOW } })
  const call = async (method: 'GET' | 'POST', url: string, payload?: object, key = 'lead') => {
    const headers = { authorization: `Bearer ${key}` }
    const response = await app.inject({ method, url, headers, ...(payload ? { payload } : {}) })
    return { status: response.statusCode, body: response.json() }
  }
  await call('POST', '/v1/products', { products })
  return { call, get: (url: string, key?: string) => call('GET', url, undefined, key) }
}
const search = (q: string, rest = '') => `/v1/products?q=${encodeURIComponent(q)}${rest}`

describe('goods are searched', () => {
  const hoodies = Array.from({ length: 5 }, (_, i) => card(`w${i}`, `卫衣${i}`))

  test('page after page; what begins with it first', async () => {
    const { get } = await desk(card('thick', '加厚卫衣'), ...hoodies, card('tee', '衬衫'))
    const ids: string[] = []
    let cursor = ''
    do {
      const { body } = await get(search('卫衣', `&limit=2${cursor && `&cursor=${cursor}`}`))
      expect(body.products.length).toBeLessThanOrEqual(2)
      ids.push(...body.products.map(({ id }: { id: string }) => id))
      cursor = body.cursor
    } while (cursor)
    expect(ids).toEqual(['w0', 'w1', 'w2', 'w3', 'w4', 'thick'])
    expect((await get(search('没有这件'))).body).toEqual({ products: [], stale: [] })
    expect((await get(search('  '))).body.products).toHaveLength(8)
  })

  test('as they are now: what was written or told a moment ago is found', async () => {
    const { get, call } = await desk(...hoodies)
    await get(search('卫衣'))
    await call('POST', '/v1/products', { products: [card('new', '卫衣新')] })
    expect((await get(search('new'))).body.products).toMatchObject([{ id: 'new', price: 59 }])
  })

  test('a search that cannot be read is refused; another store’s key finds nothing of this one', async () => {
    const { get } = await desk(...hoodies)
    expect((await get(search('x'.repeat(5_001)))).body.error.details).toMatchObject([{ path: 'query.q' }])
    expect((await get(search('\0'))).status).toBe(400)
    expect((await get(search('卫衣', '&cursor=!'))).status).toBe(400)
    expect((await get(search('卫衣'), 'other')).body.products).toEqual([])
    expect((await get(search('卫衣', '&store=demo'), 'other')).status).toBe(403)
    expect((await get('/v1/products/w1/standing?store=demo', 'other')).status).toBe(403)
  })
})

describe('the standing of a product', () => {
  test('says what is too old, in the list too', async () => {
    const old = { asOf: '2026-11-01T00:00:00Z', variants: [{ sku: 'm', stock: 3 }] }
    const { get } = await desk(card('a', '卫衣', old), card('b', '衬衫'))
    const fields = ['price', 'stock']
    expect((await get('/v1/products')).body.stale).toEqual([{ id: 'a', fields }])
    expect((await get('/v1/products/a/standing')).body).toMatchObject({ stale: fields })
    expect((await get('/v1/products/b/standing')).body).toMatchObject({ stale: [] })
    expect((await get('/v1/products/none/standing')).status).toBe(404)
  })

  test('names the scripts about it, and what scripts ask of it in vain', async () => {
    const { get, call } = await desk(card('a', '卫衣'), card('b', '衬衫', { attributes: { material: '纯棉' } }))
    const script = (text: string, rest: object = {}) =>
      call('POST', '/v1/scripts', {
        script: { locale: 'zh', category: 'C90', tier: 'answer', wordings: [{ open: text, short: text }], ...rest },
      })
    await script('这款卫衣有现货哦', { id: 'own.words' })
    await script('这款会起一点球哦', { id: 'own.only', when: { product: ['a'] } })
    await script('面料是{{product.material}}哦', { id: 'own.material' })
    const { body } = await get('/v1/products/a/standing')
    expect(body.scripts).toMatchObject([
      { id: 'own.only', by: 'condition' },
      { id: 'own.words', locale: 'zh', by: 'words', text: '这款卫衣有现货哦' },
    ])
    expect(body.missing).toEqual([
      { slot: 'product.material', locales: ['zh'], scripts: { count: 1, first: ['own.material'] } },
    ])
    expect((await get('/v1/products/b/standing')).body).toMatchObject({ scripts: [], missing: [] })
  })
})
