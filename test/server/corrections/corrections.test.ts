import { describe, expect, test } from 'vitest'
import type { Database } from '../../../src/server/ports.ts'
import { gatewayUnderTest, KEY, keyOf, type Options, temporaryFolder } from '../gateway-under-test.ts'

const URL = '/v1/intents/corrections'
type Headers = Record<string, string>

/** A gateway with a lead, who corrects; relearning sleeps unless `limits` say otherwise. */
async function lead(options: Options = {}) {
  const under = await gatewayUnderTest({ keys: [keyOf({ roles: ['lead'] })], ...options })
  const call = (method: 'GET' | 'PUT' | 'DELETE', url: string, body?: object, headers: Headers = {}, key = KEY) =>
    under.app.inject({
      method,
      url,
      headers: { authorization: `Bearer ${key}`, ...headers },
      ...(body ? { payload: body } : {}),
    })
  const put = (body: object, headers?: Headers, key?: string) => call('PUT', URL, body, headers, key)
  return { ...under, call, put }
}
const GIVEN = { text: '能穿不', locale: 'zh', intents: ['size_fit.recommend'] }

describe('PUT', () => {
  test('stores a correction and says what it stored', async () => {
    const { put, call } = await lead({ clock: { now: () => Date.UTC(2026, 10, 22, 8) } })
    const made = await put({ ...GIVEN, agent: { id: 'l1', name: '林' } })
    expect(made.statusCode).toBe(201)
    expect(made.json()).toEqual({
      ...GIVEN,
      id: expect.stringMatching(/^zh-/),
      store: 'demo',
      agent: { id: 'l1', name: '林' },
      at: '2026-11-22T08:00:00.000Z',
      state: 'pending',
    })
    const read = await call('GET', `${URL}/${made.json().id}`)
    expect([read.json(), read.headers.etag]).toEqual([made.json(), made.headers.etag])
  })

  test('is idempotent by text in matching form and language', async () => {
    const { put, call } = await lead()
    const first = await put(GIVEN)
    const again = await put({ ...GIVEN, text: ' 能穿不 ', agent: { id: 'other' } })
    expect([again.statusCode, again.json()]).toEqual([200, first.json()])
    const changed = await put({ ...GIVEN, text: '能 穿 不', intents: ['size_fit.bias', 'size_fit.bias'] })
    expect(changed.statusCode).toBe(200)
    expect(changed.json()).toMatchObject({ id: first.json().id, intents: ['size_fit.bias'] })
    expect((await call('GET', URL)).json().corrections).toHaveLength(1)
    await put({ ...GIVEN, text: '能穿不能' })
    expect((await call('GET', URL)).json().corrections).toHaveLength(2)
  })

  test('files a text under the language in which it is read', async () => {
    const { put } = await lead()
    expect((await put({ ...GIVEN, text: 'will it fit me' })).json().locale).toBe('en')
    expect((await put({ ...GIVEN, text: '165 98', locale: 'ko-KR' })).json().locale).toBe('ko')
    const { locale: _, ...unnamed } = GIVEN
    expect((await put(unnamed)).json().locale).toBe('zh')
  })

  test('masks personal data before anything is stored', async () => {
    const { put, database } = await lead()
    const made = await put({ ...GIVEN, text: '我电话13812345678 能穿不' })
    expect(made.json().text).toBe('我电话[phone] 能穿不')
    expect(JSON.stringify(await database.documents('correction', 9))).not.toContain('13812345678')
  })

  test.each([
    [{ text: '' }, 'body.text', 'must not be empty'],
    [{ text: ' \n' }, 'body.text', 'must not be empty'],
    [{ text: '\u200b' }, 'body.text', 'nothing in it can be read'],
    [{ text: '长'.repeat(601) }, 'body.text', 'longer than 600 characters'],
    [{ text: 7 }, 'body.text', 'expected string'],
    [{ locale: 'fr' }, 'body.locale', 'unknown language "fr": zh, en or ko'],
    [{ intents: [] }, 'body.intents', '>=1'],
    [
      { intents: ['shipping_fee.fee', 'size_fit.colour'] },
      'body.intents.1',
      'unknown topic "size_fit.colour"; topics of size_fit: size_fit.recommend, size_fit.bias',
    ],
    [{ intents: ['size_fit'] }, 'body.intents.0', 'topics of size_fit: size_fit.recommend, size_fit.bias'],
    [{ intents: ['hats.red'] }, 'body.intents.0', 'the families are size_fit, shipping_fee'],
    [{ agent: { name: 'x' } }, 'body.agent.id', 'expected string'],
  ])('%j is refused by name', async (part, path, says) => {
    const { put, database } = await lead()
    const response = await put({ ...GIVEN, ...part })
    const { error } = response.json()
    expect([response.statusCode, error.code, error.details[0].path]).toEqual([400, 'bad_request', path])
    expect(error.message).toContain(says)
    expect(await database.documents('correction', 9)).toEqual([])
  })

  test('holds If-Match against what is there', async () => {
    const { put } = await lead()
    const status = async (headers: Headers, intent = 'size_fit.bias') =>
      (await put({ ...GIVEN, intents: [intent] }, headers)).statusCode
    expect([await status({ 'if-match': '*' }), await status({ 'if-match': '"x"' })]).toEqual([412, 412])
    const first = await put(GIVEN)
    expect(await status({ 'if-match': String(first.headers.etag) })).toBe(200)
    expect(await status({ 'if-match': String(first.headers.etag) }, 'shipping_fee.fee')).toBe(412)
    expect(await status({ 'if-match': '*' }, 'shipping_fee.fee')).toBe(200)
  })

  test('of two at once, one comes after the other and nothing is lost', async () => {
    const { put, call } = await lead()
    const made = await Promise.all(
      ['size_fit.recommend', 'size_fit.bias', 'shipping_fee.fee'].map((intent) => put({ ...GIVEN, intents: [intent] })),
    )
    expect(made.map(({ statusCode }) => statusCode).sort()).toEqual([200, 200, 201])
    expect((await call('GET', URL)).json().corrections).toHaveLength(1)
  })

  test('is not acknowledged when it could not be stored', async () => {
    const wrap = (database: Database): Database => ({
      ...database,
      saveDocuments: () => Promise.reject(new Error('disk full')),
    })
    const { put, logged } = await lead({ wrap })
    const response = await put(GIVEN)
    expect([response.statusCode, response.json().error.code]).toEqual([503, 'unavailable'])
    expect(logged.join()).toContain('disk full')
    expect(logged.join()).not.toContain(GIVEN.text)
  })
})

describe('access', () => {
  test.each([['agent'], ['aftersale'], ['reviewer']] as const)('%s may neither read nor write', async (role) => {
    const { put, call } = await lead({ keys: [keyOf({ roles: [role] })] })
    for (const response of [
      await put(GIVEN),
      await call('GET', URL),
      await call('GET', `${URL}/x`),
      await call('DELETE', `${URL}/x`),
    ]) {
      expect([response.statusCode, response.json().error.message]).toEqual([
        403,
        'corrections need the role lead or admin',
      ])
    }
  })
  test('admins may, and everybody on this machine without keys', async () => {
    const { put } = await lead({ keys: [keyOf({ roles: ['admin'] })] })
    expect((await put(GIVEN)).statusCode).toBe(201)
    const { app } = await gatewayUnderTest()
    expect((await app.inject({ method: 'PUT', url: URL, payload: GIVEN })).statusCode).toBe(201)
  })
  test('a store sees its own corrections alone and replaces no other', async () => {
    const { put, call } = await lead({
      keys: [keyOf({ roles: ['lead'] }), keyOf({ roles: ['lead'], stores: ['other'] }, 'other-key')],
    })
    const { id } = (await put(GIVEN)).json()
    const asOther = (method: 'GET' | 'DELETE', url: string) => call(method, url, undefined, {}, 'other-key')
    expect((await asOther('GET', URL)).json().corrections).toEqual([])
    expect((await asOther('GET', `${URL}/${id}`)).statusCode).toBe(404)
    expect((await asOther('DELETE', `${URL}/${id}`)).statusCode).toBe(404)
    expect((await put({ ...GIVEN, store: 'demo' }, {}, 'other-key')).statusCode).toBe(403)
    expect((await put({ ...GIVEN, text: '别的' }, {}, 'other-key')).json().store).toBe('other')
    // the same words mean something else there
    const theirs = await put({ ...GIVEN, intents: ['size_fit.bias'] }, {}, 'other-key')
    expect([theirs.statusCode, theirs.json().store]).toEqual([201, 'other'])
    expect((await call('GET', `${URL}/${id}`)).json().intents).toEqual(GIVEN.intents)
    expect((await call('GET', URL)).json().corrections).toHaveLength(3)
    expect((await call('GET', `${URL}?store=other`)).json().corrections).toMatchObject([
      { intents: ['size_fit.bias'] },
      { text: '别的' },
    ])
    expect((await call('GET', `${URL}?store=nowhere`)).statusCode).toBe(404)
  })
})

describe('GET and DELETE', () => {
  test('pages through what is asked for, newest first', async () => {
    const { put, call } = await lead()
    for (let i = 0; i < 7; i += 1) await put({ ...GIVEN, text: i % 2 === 0 ? `第${i}句` : `line number ${i}` })
    const seen: string[] = []
    let cursor: string | undefined
    let pages = 0
    do {
      const page = (await call('GET', `${URL}?locale=zh&limit=2${cursor ? `&cursor=${cursor}` : ''}`)).json()
      seen.push(...page.corrections.map(({ text }: { text: string }) => text))
      cursor = page.cursor
      pages += 1
    } while (cursor)
    expect([seen, pages]).toEqual([['第6句', '第4句', '第2句', '第0句'], 2])
    expect((await call('GET', `${URL}?state=used`)).json()).toEqual({ corrections: [] })
    expect((await call('GET', `${URL}?cursor=%21`)).json().error.message).toContain('query.cursor')
    expect((await call('GET', `${URL}?limit=0`)).json().error.message).toContain('query.limit')
    const { headers } = await call('GET', URL)
    expect((await call('GET', URL, undefined, { 'if-none-match': String(headers.etag) })).statusCode).toBe(304)
  })

  test('takes a correction back, of the version that was seen', async () => {
    const { put, call } = await lead()
    const made = await put(GIVEN)
    const url = `${URL}/${made.json().id}`
    expect((await call('DELETE', url, undefined, { 'if-match': '"old"' })).statusCode).toBe(412)
    const gone = await call('DELETE', url, undefined, { 'if-match': String(made.headers.etag) })
    expect([gone.statusCode, gone.json()]).toEqual([200, made.json()])
    expect((await call('DELETE', url)).statusCode).toBe(404)
    expect((await call('GET', url)).statusCode).toBe(404)
    expect((await put(GIVEN)).statusCode).toBe(201)
  })

  test('a restart keeps what was acknowledged', async () => {
    const dataDir = temporaryFolder()
    const first = await lead({ dataDir })
    const made = (await first.put(GIVEN)).json()
    await first.close()
    const second = await lead({ dataDir })
    expect((await second.call('GET', URL)).json().corrections).toEqual([made])
  })
})
