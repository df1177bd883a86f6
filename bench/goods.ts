import { mkdtemp, rm, symlink } from 'node:fs/promises'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { percentilesOf } from '../src/insight/index.ts'
import { Card, createCatalogue } from '../src/policy/index.ts'
import { report } from './finding.ts'
import { DATA_DIR } from './inputs.ts'
import { createRandom } from './random.ts'
import { startServer } from './server-process.ts'

// A store of 50,000 products: how soon one of them is found, by a shopper's words and by a lead's search, what they take of memory, and how many tellings of prices and stock are durable a second.

const GOODS = 50_000
const ASKED = 20_000
const TOLD = 10_000
const LISTED = 200
const RATE = 1_000
const PER_TELLING = 10
const AT_ONCE = 16
/** As many as a store's system may hold open; what comes faster waits, and the wait counts. */
const SOCKETS = 64
const PER_REQUEST = 5_000

const random = createRandom(1)
const KINDS = '短袖 长裤 连衣裙 卫衣 风衣 童鞋 帆布鞋 睡衣 坚果礼盒 绿茶'.split(' ')
const TRAITS = '轻薄 加厚 宽松 修身 纯棉 亲肤 复古 基础 印花 条纹'.split(' ')

const raw = Array.from({ length: GOODS }, (_, i) => {
  const kind = random.pick(KINDS)
  return {
    id: `p${i}`,
    externalIds: { taobao: String(600_000_000_000 + i) },
    url: `https://item.example.com/item?id=${600_000_000_000 + i}`,
    title: `${random.pick(TRAITS)}${random.pick(TRAITS)}${kind}新款${i}号`,
    shortName: `${kind}${i}`,
    category: 'clothing',
    price: 20 + (i % 400),
    variants: ['S', 'M', 'L', 'XL'].map((size) => ({ sku: `p${i}-${size}`, size, stock: i % 50 })),
  }
})

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void
const heapMb = () => {
  collect()
  return process.memoryUsage().heapUsed / 1e6
}

const empty = heapMb()
const cards = raw.map((one) => Card.parse(one))
const begin = performance.now()
const catalogue = createCatalogue(cards)
const builtMs = performance.now() - begin
const memoryMb = heapMb() - empty
report({
  question: 'goods: 50,000 taken up',
  subject: 'cards and catalogue',
  value: builtMs,
  unit: 'ms',
  memoryMb,
})

const WAYS: Readonly<Record<string, (i: number) => Parameters<typeof catalogue.resolve>[0]>> = {
  'by id of a platform': (i) => ({ id: String(600_000_000_000 + i) }),
  'by link': (i) => ({ url: `https://item.example.com/item?id=${600_000_000_000 + i}` }),
  'by name in a message': (i) => ({ text: `你好，${raw[i]!.shortName}还有M码吗，今天能发货不` }),
  'no product named': (i) => ({ text: `你好，昨天买的第${i}个还没发货，麻烦催一下` }),
}
for (const [subject, ask] of Object.entries(WAYS)) {
  const times: number[] = []
  for (let n = 0; n < ASKED; n += 1) {
    const i = Math.floor(random.next() * GOODS)
    const reference = ask(i)
    const from = performance.now()
    const found = catalogue.resolve(reference)
    times.push((performance.now() - from) * 1_000)
    if (found?.id !== (subject === 'no product named' ? undefined : `p${i}`))
      throw new Error(`${subject}: ${found?.id} for p${i}`)
  }
  const { p50, p99 } = percentilesOf(times)
  report({
    question: 'goods: a reference of 50,000',
    subject,
    value: p99,
    unit: 'µs',
    p50,
    p99,
    times: 'µs',
    target: 50,
  })
}

const dataDir = await mkdtemp(join(tmpdir(), 'huashu-bench-'))
await symlink(join(DATA_DIR, 'models'), join(dataDir, 'models'))
const server = await startServer('../src/server/main.ts', '/readyz', { DATA_DIR: dataDir })
const agent = new Agent({ keepAlive: true, maxSockets: SOCKETS })
try {
  const before = server.memoryMb()
  const start = performance.now()
  for (let at = 0; at < GOODS; at += PER_REQUEST) {
    const lines = raw.slice(at, at + PER_REQUEST).map((one) => JSON.stringify(one))
    await send('POST', 'application/x-ndjson', lines.join('\n'))
  }
  const handedInMs = performance.now() - start
  const after = server.memoryMb()
  const added = before === undefined || after === undefined ? {} : { memoryMb: after - before }
  report({
    question: 'goods: 50,000 handed in',
    subject: 'ten files of 5,000',
    value: handedInMs,
    unit: 'ms',
    ...added,
  })

  // what a lead types into the list of goods, against the list itself; the first search reads the names
  const asked = '卫衣 号4 p4999 600000012 没有这件'.split(' ').map((q) => `?q=${encodeURIComponent(q)}`)
  const listing = { question: 'goods: 50,000 listed', unit: 'ms', times: 'ms' } as const
  // once what was handed in is in use
  await timeOfList('')
  report({ ...listing, subject: 'the first search', value: await timeOfList(asked[0]!) })
  for (const [subject, queries] of [
    ['a plain list', ['']],
    ['a search', asked],
  ] as const) {
    const times: number[] = []
    for (let n = 0; n < LISTED; n += 1) times.push(await timeOfList(queries[n % queries.length]!))
    const { p50, p99 } = percentilesOf(times)
    report({ ...listing, subject, value: p99, p50, p99, target: 50 })
  }

  // one product a request, a thousand of them a second, whatever comes back
  const idle = server.cpuSeconds()
  const waits: Promise<number>[] = []
  const from = performance.now()
  while (waits.length < TOLD) {
    const due = Math.min(TOLD, Math.floor(((performance.now() - from) * RATE) / 1_000))
    while (waits.length < due) waits.push(tell(1))
    await sleep(1)
  }
  const times = await Promise.all(waits)
  const { p50, p99 } = percentilesOf(times)
  const question = 'goods: prices and stock told'
  report({ question, subject: '1,000 requests/s, p99', value: p99, unit: 'ms', p50, p99, times: 'ms', target: 50 })

  const worked = server.cpuSeconds()
  // what remains of it when others use the machine, too
  if (idle !== undefined && worked !== undefined)
    report({
      question,
      subject: 'processor time of each',
      value: ((worked - idle) * 1e6) / TOLD,
      unit: 'µs',
      target: 1_000,
    })

  let left = TOLD
  const begun = performance.now()
  const teller = async () => {
    while (left > 0) {
      left -= PER_TELLING
      await tell(PER_TELLING)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, teller))
  const rate = TOLD / ((performance.now() - begun) / 1_000)
  report({ question, subject: 'products, ten a request', value: rate, unit: 'messages/s', target: 1_000 })
} finally {
  agent.destroy()
  await server.stop()
  await rm(dataDir, { recursive: true, force: true })
}

/** How long a page of the list takes, in milliseconds. */
async function timeOfList(query: string): Promise<number> {
  const start = performance.now()
  await send('GET', 'application/json', '', query)
  return performance.now() - start
}

/** Tells of some products; resolves to how long that took until it was durable, in milliseconds. */
async function tell(count: number): Promise<number> {
  const products = Array.from({ length: count }, () => {
    const id = `p${Math.floor(random.next() * GOODS)}`
    return { id, price: 1 + Math.floor(random.next() * 400), variants: [{ sku: `${id}-M`, stock: 7 }] }
  })
  const start = performance.now()
  await send('PATCH', 'application/json', JSON.stringify({ products }))
  return performance.now() - start
}

async function send(method: 'GET' | 'POST' | 'PATCH', type: string, body: string, query = ''): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const headers = { 'content-type': type, 'content-length': Buffer.byteLength(body) }
  request({ agent, method, port: server.port, path: `/v1/products${query}`, headers }, async (response) => {
    const said = await text(response)
    if (response.statusCode === 200) resolve()
    else reject(new Error(`${response.statusCode}: ${said}`))
  })
    .on('error', reject)
    .end(body)
  return promise
}
