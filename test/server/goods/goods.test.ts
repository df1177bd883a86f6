import iconv from 'iconv-lite'
import { beforeEach, describe, expect, test } from 'vitest'
import { writeWorkbook } from '../../../src/server/import/write-workbook.ts'
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

/** The card of that id in a file of JSON lines. */
const lineOf = (lines: string, id: string) =>
  lines
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
    .find((one) => one.id === id)

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
    expect((await call('GET', '/v1/products/a')).body).toMatchObject({ price: 49, writtenAt: expect.any(String) })
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
    // the kind says it in any language
    expect(body.faults).toMatchObject([
      { row: 5, path: 'category', kind: 'unreadable', value: 'socks' },
      { row: 6, path: 'price', kind: 'no_number', value: '贵', message: '"贵" is no number' },
    ])
    expect((await call('GET', '/v1/products/a')).status).toBe(404)
  })

  test('has its size charts on a sheet of their own; goes out as it came in, and in again', async () => {
    const { send, call, gateway, app } = await importer()
    const goods = [
      ['商品编号', '商品标题', '类目', '价格', '尺码', '尺码表'],
      ['a', '=夏季短袖', 'clothing', '59', 'M', '短袖'],
      ['b', '长裤', 'clothing', '99', 'L', '没有'],
    ]
    const charts = [
      ['尺码表', '类型', '尺码', '身高'],
      ['短袖', '儿童', '110', '105-115'],
      ['', '', '120', '100-125'],
    ]
    const book = (...sheets: string[][][]) => writeWorkbook(sheets.map((rows, i) => ({ name: `第${i + 1}页`, rows })))
    const bad = await send(await book(goods, charts, [['说明'], ['随便看看']]))
    expect(bad.body).toMatchObject({ written: false, unknown: ['sheet 第3页'] })
    expect(bad.body.faults).toMatchObject([
      { sheet: '第2页', row: 3, path: 'rows.1.height' },
      { sheet: '第1页', row: 2, path: 'sizeChart' },
      { sheet: '第1页', row: 3, path: 'sizeChart' },
    ])
    const fixed = [...charts.slice(0, 2), ['', '', '120', '115-125']]
    expect((await send(await book(goods.slice(0, 2), fixed))).body).toMatchObject({ written: true, faults: [] })
    await gateway.goodsDesk.settled()
    const { sizeChart } = (await call('GET', '/v1/products/a')).body
    expect(sizeChart.rows).toHaveLength(2)

    // a sheet that says nothing of charts takes none away; a file of charts alone is for what is there
    expect((await send(Buffer.from(sheet))).body).toMatchObject({ written: true })
    await gateway.goodsDesk.settled()
    expect((await call('GET', '/v1/products/a')).body).toMatchObject({ title: '夏季短袖', sizeChart })
    const alone = '商品编号,类型,尺码,身高\r\nb,成人,L,170-180\r\n无,成人,L,170-180\r\n'
    expect((await send(Buffer.from(alone.replace('类型', '适用')), '?dryRun=true')).body.faults).toMatchObject([
      { row: 2, path: 'rows.0.weight' },
      { row: 3, path: 'rows.0.weight' },
    ])
    const kids = alone.replaceAll('成人', '儿童')
    expect((await send(Buffer.from(kids))).body).toMatchObject({ faults: [{ row: 3, message: 'no product "无"' }] })
    expect((await send(Buffer.from(kids.split('无')[0]!))).body).toMatchObject({ counts: { changed: 1 } })
    await gateway.goodsDesk.settled()

    const kinds = ['jsonl', 'csv', 'charts', 'xlsx']
    const files = await Promise.all(
      kinds.map(async (format) => {
        const url = `/v1/products/export?format=${format}`
        return (await app.inject({ method: 'GET', url, headers: { authorization: 'Bearer agent' } })).rawPayload
      }),
    )
    for (const file of files)
      expect((await send(file)).body).toMatchObject({ faults: [], unknown: [], counts: { added: 0, changed: 0 } })
  })

  test('may be JSON, one card per line', async () => {
    const { send, app } = await importer()
    const lines = `${JSON.stringify(card('a'))}\n\n{broken\n`
    const { body } = await send(Buffer.from(lines))
    expect(body).toMatchObject({ written: false, counts: { added: 1 }, faults: [{ row: 3 }] })
    expect((await send(Buffer.from(JSON.stringify(card('a'))))).body).toMatchObject({ written: true })

    const post = async (payload: string) => {
      const headers = { authorization: 'Bearer lead', 'content-type': 'application/x-ndjson' }
      const response = await app.inject({ method: 'POST', url: '/v1/products?store=demo', headers, payload })
      return { status: response.statusCode, body: response.json() }
    }
    expect((await post(lines)).body.error).toMatchObject({ code: 'bad_request', details: [{ path: 'line 3' }] })
    expect((await post(`${JSON.stringify(card('b'))}\n${JSON.stringify(card('c'))}\n`)).body).toMatchObject({
      added: 2,
    })
    expect((await post('')).status).toBe(400)
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

  test('a price alone does not make the stock new; the file that goes out says both times', async () => {
    const { call, put, app } = await desk()
    await put(card('a', { asOf: '2026-11-01T00:00:00Z' }))
    await call('PATCH', '/v1/products', { products: [{ id: 'a', price: 39, asOf: '2026-11-20T00:00:00Z' }] })
    const dates = { priceAsOf: '2026-11-20T00:00:00Z', stockAsOf: '2026-11-01T00:00:00Z' }
    expect((await call('GET', '/v1/products/a')).body).toMatchObject({ price: 39, ...dates })
    const headers = { authorization: 'Bearer lead' }
    const exported = await app.inject({ method: 'GET', url: '/v1/products/export', headers })
    expect(lineOf(exported.body, 'a')).toMatchObject({ price: 39, ...dates })
    const sheet = await app.inject({ method: 'GET', url: '/v1/products/export?format=csv', headers })
    expect(sheet.body).toContain('priceAsOf,stockAsOf')
  })

  test('a file that goes out has what was written a moment ago', async () => {
    const { call, app } = await desk()
    await call('POST', '/v1/products', { products: Array.from({ length: 3_000 }, (_, i) => card(`p${i}`)) })
    const url = '/v1/products/export'
    const exported = await app.inject({ method: 'GET', url, headers: { authorization: 'Bearer lead' } })
    expect(lineOf(exported.body, 'p2999')).toMatchObject({ price: 59 })
  })

  test('that are handed in again as they were are told again, though no new version', async () => {
    const { call, put, database } = await desk()
    await put(card('a', { asOf: '2026-11-01T00:00:00Z' }))
    expect((await put(card('a', { asOf: '2026-11-20T00:00:00Z' }))).body).toMatchObject({ unchanged: 1 })
    expect((await call('GET', '/v1/products/a')).body.asOf).toBe('2026-11-20T00:00:00Z')
    // an older file says nothing new
    await put(card('a', { asOf: '2026-11-02T00:00:00Z' }))
    expect((await call('GET', '/v1/products/a')).body.asOf).toBe('2026-11-20T00:00:00Z')
    expect((await database.documents('product', 10))[0]!.version).toBe(1)
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
