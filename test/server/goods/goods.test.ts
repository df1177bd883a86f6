import iconv from 'iconv-lite'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Engine, StoredDocument } from '../../../src/server/ports.ts'
import { fakeEngine } from '../fake-engine.ts'
import { gatewayUnderTest, keyOf, temporaryFolder } from '../gateway-under-test.ts'

let engine: Engine
beforeEach(() => {
  engine = fakeEngine()
})

const card = (id: string, rest: object = {}) => ({
  id,
  title: `夏季短袖${id}`,
  shortName: `短袖${id}`,
  category: 'clothing',
  price: 59,
  variants: [{ sku: `${id}-m`, size: 'M', stock: 5 }],
  ...rest,
})

async function desk(dataDir = temporaryFolder()) {
  const keys = [keyOf({ roles: ['lead'] }, 'lead'), keyOf({ roles: ['agent'] }, 'agent')]
  const gateway = await gatewayUnderTest({ engine, keys, dataDir })
  const call = async (method: 'GET' | 'POST' | 'PATCH' | 'DELETE', url: string, body?: object, key = 'lead') => {
    const headers = { authorization: `Bearer ${key}` }
    const response = await gateway.app.inject({ method, url, headers, ...(body ? { payload: body } : {}) })
    return { status: response.statusCode, body: response.body === '' ? undefined : response.json() }
  }
  const put = async (...products: object[]) => {
    const written = await call('POST', '/v1/products', { products })
    await gateway.gateway.goodsDesk.settled()
    return written
  }
  return { ...gateway, call, put }
}

describe('products', () => {
  test('are added, written anew and taken off sale', async () => {
    const { call, put } = await desk()
    expect((await put(card('a'), card('b'))).body).toEqual({ store: 'demo', added: 2, changed: 0, unchanged: 0 })
    expect((await put(card('a', { price: 49 }), card('b'))).body).toMatchObject({ added: 0, changed: 1, unchanged: 1 })
    expect((await call('GET', '/v1/products/a')).body).toMatchObject({ price: 49, asOf: expect.any(String) })
    expect(engine.deps('demo').catalogue.resolve({ text: '夏季短袖b还有吗' })?.id).toBe('b')
    expect((await call('DELETE', '/v1/products/a')).status).toBe(204)
    expect((await call('DELETE', '/v1/products/a')).status).toBe(404)
  })

  test('with any fault none is written; each fault has its path', async () => {
    const { call, put } = await desk()
    await put(card('a', { externalIds: { taobao: '600000000001' } }))
    const { status, body } = await put(
      card('b', { price: -1 }),
      card('c', { companions: [{ id: 'nowhere', why: '好搭' }] }),
      card('d', { externalIds: { taobao: '600000000001' } }),
      card('e'),
      card('e'),
    )
    expect([status, body.error.details.map(({ path }: { path: string }) => path)]).toEqual([
      400,
      [
        'body.products.0.price',
        'body.products.4.id',
        'body.products.1.companions.0.id',
        'body.products.2.externalIds.taobao',
      ],
    ])
    expect((await call('GET', '/v1/products/e')).status).toBe(404)
  })

  test('a trial writes nothing, and agents write nothing', async () => {
    const { call } = await desk()
    const trial = await call('POST', '/v1/products?dryRun=true', { products: [card('a')] })
    expect(trial.body).toMatchObject({ added: 1 })
    expect((await call('GET', '/v1/products/a')).status).toBe(404)
    expect((await call('POST', '/v1/products', { products: [card('a')] }, 'agent')).status).toBe(403)
  })
})

describe('a file of products', () => {
  const sheet =
    '商品编号,商品标题,类目,价格,sku,尺码,库存\r\na,夏季短袖,clothing,59,a-m,M,5\r\na,,,,a-l,L,0\r\nb,长裤,clothing,99,,,\r\n'

  async function importer() {
    const made = await desk()
    const send = async (file: Buffer, query = '') => {
      const headers = { authorization: 'Bearer lead', 'content-type': 'text/csv' }
      const url = `/v1/products/import${query}`
      const response = await made.app.inject({ method: 'POST', url, headers, payload: file })
      return { status: response.statusCode, body: response.json() }
    }
    return { ...made, send }
  }

  test('is tried, imported, and the same again changes nothing', async () => {
    const { send, call, gateway } = await importer()
    const file = iconv.encode(sheet, 'gb18030')
    const counts = { added: 2, changed: 0, unchanged: 0 }
    expect((await send(file, '?dryRun=true')).body).toMatchObject({ written: false, counts, faults: [] })
    expect((await call('GET', '/v1/products/a')).status).toBe(404)
    expect((await send(file)).body).toMatchObject({ written: true, counts })
    await gateway.goodsDesk.settled()
    expect((await call('GET', '/v1/products/a')).body.variants).toMatchObject([
      { sku: 'a-m', stock: 5 },
      { sku: 'a-l' },
    ])
    expect((await send(file)).body.counts).toEqual({ added: 0, changed: 0, unchanged: 2 })
  })

  test('with faults is reported by rows, and nothing of it is written', async () => {
    const { send, call } = await importer()
    const file = `${sheet}c,袜子,socks,9,,,\r\nd,帽子,other,贵,,,\r\n`
    const { body } = await send(Buffer.from(file))
    expect(body).toMatchObject({ written: false })
    expect(body.faults.map(({ row, path }: { row: number; path: string }) => [row, path])).toEqual([
      [5, 'category'],
      [6, 'price'],
    ])
    expect((await call('GET', '/v1/products/a')).status).toBe(404)
  })

  test('may be JSON, one card per line', async () => {
    const { send } = await importer()
    const lines = `${JSON.stringify(card('a'))}\n\n{broken\n`
    const { body } = await send(Buffer.from(lines))
    expect(body).toMatchObject({ written: false, counts: { added: 1 }, faults: [{ row: 3 }] })
    expect((await send(Buffer.from(JSON.stringify(card('a'))))).body).toMatchObject({ written: true })
  })
})

describe('prices and stock', () => {
  test('are in use at once; a fault keeps back its own product only', async () => {
    const { call, put } = await desk()
    await put(card('a'), card('b'))
    const { body } = await call('PATCH', '/v1/products', {
      products: [
        { id: 'a', price: 39, variants: [{ sku: 'a-m', stock: 0 }] },
        { id: 'nowhere', price: 1 },
        { id: 'b', variants: [{ sku: 'a-m', stock: 0 }] },
      ],
    })
    expect(body).toMatchObject({
      taken: 1,
      faults: [{ path: 'body.products.1.id' }, { path: 'body.products.2.variants.0.sku' }],
    })
    expect((await call('GET', '/v1/products/a')).body).toMatchObject({
      price: 39,
      variants: [{ sku: 'a-m', stock: 0 }],
    })
    expect((await call('GET', '/v1/products/b')).body).toMatchObject({ price: 59, variants: [{ stock: 5 }] })
  })

  test('what is told outlives the process and a card that is written anew, unless the card is newer', async () => {
    const dataDir = temporaryFolder()
    const first = await desk(dataDir)
    await first.put(card('a'))
    await first.call('PATCH', '/v1/products', { products: [{ id: 'a', price: 39 }] })
    await first.close()
    engine = fakeEngine()
    const second = await desk(dataDir)
    expect((await second.call('GET', '/v1/products/a')).body.price).toBe(39)
    await second.put(card('b'))
    expect((await second.call('GET', '/v1/products/a')).body.price).toBe(39)
    await second.put(card('a', { price: 45 }))
    expect((await second.call('GET', '/v1/products/a')).body.price).toBe(45)
    await second.call('PATCH', '/v1/products', { products: [{ id: 'a', variants: [{ sku: 'a-m', stock: 1 }] }] })
    expect((await second.call('GET', '/v1/products/a')).body).toMatchObject({ price: 45, variants: [{ stock: 1 }] })
  })

  test('many that come at once are all there', async () => {
    const { call, put, database } = await desk()
    await put(...Array.from({ length: 50 }, (_, i) => card(`p${i}`)))
    const told = await Promise.all(
      Array.from({ length: 500 }, (_, i) =>
        call('PATCH', '/v1/products', { products: [{ id: `p${i % 50}`, price: 100 + i }] }),
      ),
    )
    expect(told.every(({ body }) => body.taken === 1)).toBe(true)
    const stored: StoredDocument[] = await database.documents('stock', 100)
    expect(stored).toHaveLength(50)
    for (const { id, body } of stored) {
      const card = engine.deps('demo').catalogue.get(id.replace('demo/', ''))
      expect(card?.price).toBe((body as { price: number }).price)
      expect(card?.price).toBeGreaterThanOrEqual(100)
    }
  })
})
