import { describe, expect, test } from 'vitest'
import { KpisResult } from '../../../src/protocol/index.ts'
import { Log } from '../../insight/kpi/log.ts'
import { gatewayUnderTest, KEY, keyOf, type Options } from '../gateway-under-test.ts'
import { MemoryLog } from '../kpis/memory-log.ts'

const D = '2026-11-22'
const NOW = Date.parse(`${D}T20:00:00+08:00`)

/** Two agents, two channels; `demo` counts, `other` is another store. */
function logOf(): MemoryLog {
  const log = new Log('jd', 'c', 'demo')
  log
    .in('a')
    .shopper(`${D} 10:00:00`)
    .answer(`${D} 10:00:00`, { offers: { cotton: '面料是纯棉的哦' } })
    .agent(`${D} 10:00:20`, '面料是纯棉的哦', 'amy')
  log.in('b', 'web').shopper(`${D} 10:00:00`).agent(`${D} 10:00:50`, '在的', '=bob')
  log.in('c').shopper('2026-11-02 10:00:00')
  const memory = new MemoryLog()
  memory.records = [...log.events]
  for (const event of new Log('jd', 'x', 'other').shopper(`${D} 10:00:00`).events)
    memory.records.push({ ...event, n: log.events.length + 1 })
  return memory
}

async function asking(options: Options = {}) {
  const { app, gateway } = await gatewayUnderTest({ kpiLog: logOf(), clock: { now: () => NOW }, ...options })
  await gateway.kpis?.catchUp()
  const ask = (query = '', headers: Record<string, string> = {}) =>
    app.inject({ method: 'GET', url: `/v1/kpis${query}`, headers: { authorization: `Bearer ${KEY}`, ...headers } })
  const figures = async (query: string) => KpisResult.parse((await ask(query)).json())
  return { app, gateway, ask, figures }
}

describe('GET /v1/kpis', () => {
  test('the last seven days by day, when nothing is asked for', async () => {
    const { figures } = await asking()
    expect(await figures('')).toMatchObject({
      store: 'demo',
      timezone: 'Asia/Shanghai',
      from: '2026-11-16',
      to: D,
      by: 'day',
      countedTo: '2026-11-22T02:00:50.000Z',
      rows: [{ key: D, figures: { enquiries: 2, answerRate: 1, turns: 2, responseMeanMs: 35_000, inTimeRate: 1 } }],
      total: { enquiries: 2 },
    })
  })
  test('by agent, channel, script and intent, of one agent or channel, in other days', async () => {
    const { figures } = await asking()
    const keys = async (query: string) => (await figures(query)).rows.map(({ key }) => key)
    // '' = nobody has the conversation
    expect(await keys('?by=agent&channel=web')).toEqual(['=bob'])
    expect(await keys('?by=agent&channel=jd')).toEqual(['', 'amy'])
    expect(await keys('?by=channel')).toEqual(['jd', 'web'])
    expect(await keys('?by=script')).toEqual(['cotton'])
    expect(await keys('?by=intent')).toEqual(['product_info.material'])
    expect(await keys(`?by=day&from=2026-11-01&to=${D}`)).toEqual(['2026-11-02', D])
    expect((await figures('?agent=amy')).total).toMatchObject({ enquiries: 1, acceptance: 1 })
    expect((await figures('?from=2027-01-01')).rows).toEqual([])
    expect((await figures('?store=other')).total).toMatchObject({ enquiries: 1, answerRate: 0 })
  })
  test('how the month will end, for each channel, by its clock', async () => {
    const { figures } = await asking()
    const [jd, web] = (await figures('')).months!
    // two of jd's enquiries in 21 days and 20 hours of November
    expect(jd).toMatchObject({
      channel: 'jd',
      month: '2026-11',
      enquiries: 2,
      expectedEnquiries: 3,
      answerRate: 0.5,
      points: 0,
    })
    expect(web).toMatchObject({ channel: 'web', enquiries: 1, clock: { id: 'house', verified: true } })
  })
  test('as CSV, by format or by what the client accepts', async () => {
    const { ask } = await asking()
    const byFormat = await ask('?by=agent&format=csv')
    expect(byFormat.headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(byFormat.headers['content-disposition']).toBe(
      `attachment; filename="kpis-demo-2026-11-16-${D}-by-agent.csv"`,
    )
    expect(byFormat.body).toContain("\r\nagent,'=bob,1,")
    const accepted = await ask('?by=agent', { accept: 'text/csv' })
    expect(accepted.body).toBe(byFormat.body)
    expect((await ask('?format=json', { accept: 'text/csv' })).headers['content-type']).toContain('application/json')
  })
  test.each([
    ['?from=2026-11-22&to=2026-11-21', 'query.to: before query.from'],
    ['?from=2020-01-01', 'more than 400 days'],
    ['?by=shopper', 'query.by'],
    ['?from=yesterday', 'query.from'],
  ])('%s is refused by name', async (query, says) => {
    const response = await (await asking()).ask(query)
    expect(response.statusCode).toBe(400)
    expect(response.body).toContain(says)
  })
  test('without a log to count it says so', async () => {
    const { app } = await gatewayUnderTest()
    const response = await app.inject({ method: 'GET', url: '/v1/kpis' })
    expect([response.statusCode, response.json().error.code]).toEqual([503, 'unavailable'])
  })
})

describe('who may see figures', () => {
  test('a lead all of them; a key that is neither lead nor admin none', async () => {
    for (const role of ['lead', 'admin'] as const)
      expect((await (await asking({ keys: [keyOf({ roles: [role] })] })).ask('?by=agent')).statusCode).toBe(200)
    const response = await (await asking({ keys: [keyOf({ roles: ['agent'] })] })).ask('?by=agent&agent=amy')
    expect([response.statusCode, response.json().error.code]).toEqual([403, 'forbidden'])
  })
  test('an agent their own, whatever they ask for, and no month', async () => {
    const { app, gateway, ask } = await asking({ keys: [keyOf({ roles: ['agent'] })] })
    const principal = gateway.access.ofBearer(`Bearer ${KEY}`)
    const { code } = await gateway.access.startPairing(principal)
    const { token } = await gateway.access.claimPairing(code, { id: 'amy' })
    const own = (query: string) => ask(query, { authorization: `Bearer ${token}` })
    const { rows, total, months } = KpisResult.parse((await own('?by=agent')).json())
    expect(rows.map(({ key }) => key)).toEqual(['amy'])
    expect(total.enquiries).toBe(1)
    expect(months).toBeUndefined()
    expect((await own('?agent=amy')).statusCode).toBe(200)
    expect((await own('?agent=%3Dbob')).statusCode).toBe(403)
    await app.close()
  })
  test('a key for another store sees nothing of this one', async () => {
    const { ask } = await asking({ keys: [keyOf({ roles: ['lead'], stores: ['other'] })] })
    expect((await ask('?store=demo')).statusCode).toBe(403)
    expect(KpisResult.parse((await ask()).json()).store).toBe('other')
  })
})
