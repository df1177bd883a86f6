/** A real store moves in: what a lead does on the first day, timed, against the service as it is started. */
import { type ChildProcess, spawn } from 'node:child_process'
import { hash } from 'node:crypto'
import { once } from 'node:events'
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Answer, type GoodsReport, ImportReport } from '../../src/protocol/index.ts'
import { runCli } from '../cli/run-cli.ts'
import { openSession, says } from '../server/socket-client.ts'
import { trainedDataDir } from '../trained-engine.ts'

const ROOT = join(import.meta.dirname, '../..')
const STORE = 'my-shop'
const KEYS = { lead: 'key-of-the-lead', agent: 'key-of-the-agent' } as const
const PHRASES = 300
const GOODS = 3_000

let folder: string
let service: ChildProcess
let url: string
const took: [step: string, ms: number][] = []

async function step<T>(name: string, work: () => Promise<T>): Promise<T> {
  const begin = performance.now()
  const made = await work()
  took.push([name, performance.now() - begin])
  return made
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'huashu-walk-'))
  const models = join(trainedDataDir, 'models')
  await mkdir(models, { recursive: true })
  await mkdir(join(folder, 'data'))
  // those of the other tests: training is no part of the walk
  await symlink(models, join(folder, 'data/models'), 'junction')
  await step('an empty store', async () => {
    const { code, stderr } = await runCli(['store', 'init', join(folder, 'stores', STORE)])
    expect([code, stderr]).toEqual([0, ''])
  })
  const keys = Object.entries(KEYS).map(([role, key]) => ({
    sha256: hash('sha256', key),
    stores: [STORE],
    roles: [role],
  }))
  await writeFile(join(folder, 'keys.yaml'), JSON.stringify(keys))
  url = await step('the service is ready', start)
})

afterAll(async () => {
  if (service?.exitCode === null) {
    service.kill()
    await once(service, 'exit')
  }
  await rm(folder, { recursive: true, force: true })
  const rows = took.map(([name, ms]) => `${(ms / 1_000).toFixed(2).padStart(8)} s  ${name}`)
  process.stdout.write(`a store moves in:\n${rows.join('\n')}\n`)
})

async function start(): Promise<string> {
  service = spawn(process.execPath, [join(ROOT, 'src/server/main.ts')], {
    cwd: ROOT,
    env: {
      PATH: process.env.PATH,
      PORT: '0',
      LOG_LEVEL: 'error',
      DATA_DIR: join(folder, 'data'),
      STORES_DIR: join(folder, 'stores'),
      API_KEYS_FILE: join(folder, 'keys.yaml'),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(service, 'exit').then(([code]) => Promise.reject(new Error(`it ended with ${code}`)))
  ended.catch(() => undefined)
  for (let said = ''; ; ) {
    const [piece] = await Promise.race([once(service.stdout!, 'data'), ended])
    said += piece
    const at = /ready at (http:\S+)/.exec(said)?.[1]
    if (at) return at
  }
}

async function call<T>(method: string, path: string, body?: object, key: string = KEYS.lead): Promise<T> {
  const isFile = body instanceof Uint8Array
  const response = await fetch(`${url}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${key}`,
      ...(body ? { 'content-type': isFile ? 'text/csv' : 'application/json' } : {}),
    },
    ...(body ? { body: isFile ? new Uint8Array(body) : JSON.stringify(body) } : {}),
  })
  const text = await response.text()
  expect(response.status, `${method} ${path}: ${text.slice(0, 500)}`).toBeLessThan(300)
  return (text === '' ? undefined : JSON.parse(text)) as T
}

/** What a cell of a 千牛 file may hold: commas and line ends as their escapes, or in quotes. */
const cell = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** Rows that are as bad as those of real files; their places are known. */
const DIRT = {
  price: ['jg', '您问{商品名}多少钱，现在是{价格}元哦', '价格'],
  stock: ['kc', '{商品名}这款都有现货的哦，可以放心拍', '库存'],
  empty: ['kong', '', '其他'],
  long: ['chang', `亲，${'这里写得很长很长，'.repeat(47)}请您慢慢看`, '说明'],
  quotes: ['yh', '亲，"宽松款"可以按平时的尺码拍，喜欢"合身"就小一码', '尺码'],
  lines: ['hh', '洗涤说明：\n一、冷水手洗\n二、不可漂白\n三、平铺晾干', '洗护'],
  escapes: ['zy', '退换地址会发到您的订单里&#44;请您留意&#13;退回时写上订单号就行', '售后'],
  emoji: ['bq', '感谢您的喜欢😊我们继续努力🎉', '感谢'],
  twice: ['bq2', '感谢您的喜欢😊我们继续努力🎉', '感谢'],
  sameCode: ['bq', '收到您的好评啦，谢谢支持🌹', '感谢'],
  strange: ['xe', '您找{小二}就好，马上给您安排', '转接'],
  blocked: ['wx', '加我微信 abc12345 私下转账更便宜', '其他'],
  bare: ['', '稍等一下，我去仓库里帮您看看这件', ''],
} as const
type Dirt = keyof typeof DIRT

/** A file of quick phrases as 千牛 writes it, with the row in which each piece of dirt stands. */
async function phrases(): Promise<{ bytes: Buffer; rowOf: Record<Dirt, number> }> {
  const lines = await Promise.all(
    ['zh-phrases', 'zh-phrases-held'].map((name) => readFile(join(ROOT, `data/eval/${name}.jsonl`), 'utf8')),
  )
  const clean = lines
    .flatMap((text) => text.trim().split('\n'))
    .map((line, i) => {
      const { text, group } = JSON.parse(line) as { text: string; group: string }
      return [`k${i}`, text, group] as const
    })
  const dirt = Object.keys(DIRT) as Dirt[]
  const rows: (readonly [string, string, string])[] = clean.slice(0, PHRASES - dirt.length)
  const rowOf = {} as Record<Dirt, number>
  dirt.forEach((name, i) => {
    const at = 7 + i * 20
    rows.splice(at, 0, DIRT[name])
    rowOf[name] = at + 2
  })
  const ends = ['\r\n', '\n', '\r\n', '\n']
  const text = rows.map((row, i) => `${row.map(cell).join(',')}${ends[i % ends.length]}`).join('')
  return { bytes: iconv.encode(`快捷短语编码,快捷短语,快捷短语分组\r\n${text}`, 'gb18030'), rowOf }
}

const KINDS = ['连帽卫衣', '直筒长裤', '针织开衫', '羊毛大衣', '棉麻衬衫', '百褶半裙', '防晒外套', '圆领毛衣']
const STYLES = '云杉 白桦 青竹 雪松 银杏 红枫 紫檀 黄杨 水杉 冷杉'.split(' ')

/** A sheet of goods in two sizes each, one row per size; `spoil` gives other cells to a row. */
function goods(spoil: (row: number) => Partial<Record<string, string>> = () => ({})): Buffer {
  const rows = Array.from({ length: GOODS }, (_, i) => {
    const id = String(700_000_000_000 + i)
    const series = Math.floor(i / 80)
    const title = `${STYLES[i % 10]}${KINDS[Math.floor(i / 10) % 8]}${'春夏秋冬'[series % 4]}${'晨暮云山川林风雨月星'[series >> 2]}款`
    return ['M', 'L'].map((size, at) => {
      const row = 2 + i * 2 + at
      const cells = {
        商品编号: id,
        商品标题: title,
        类目: 'clothing',
        价格: `${39 + (i % 200)}`,
        材质: i % 3 ? '棉' : '羊毛',
      }
      const variant = { sku: `${id}-${size}`, 尺码: size, 库存: String(i % 17), 仓位: `A${i % 9}` }
      return Object.values({ ...cells, ...variant, ...spoil(row) }).map((one) => cell(one ?? ''))
    })
  })
  const heading = '商品编号,商品标题,类目,价格,材质,sku,尺码,库存,仓位'
  return Buffer.from(
    `\uFEFF${heading}\r\n${rows
      .flat()
      .map((row) => row.join(','))
      .join('\r\n')}\r\n`,
  )
}

test('phrases and goods come in, and the first conversation is answered with them', async () => {
  // the example of a new store is no good of this one
  for (const { id } of (await call<{ products: { id: string }[] }>('GET', '/v1/products')).products)
    await call('DELETE', `/v1/products/${id}`)

  const { bytes, rowOf } = await phrases()
  const trial = await step(`a report on ${PHRASES} phrases`, async () =>
    ImportReport.parse(await call('POST', '/v1/scripts/import?dryRun=true', bytes)),
  )
  const row = (name: Dirt) => trial.rows.find((one) => one.row === rowOf[name])
  expect(trial).toMatchObject({ store: STORE, format: 'qianniu', encoding: 'gb18030' })
  expect(trial.rows.map((one) => one.row)).toEqual(Array.from({ length: PHRASES }, (_, i) => i + 2))
  // each says what is the matter, where, and what to do about it
  expect(row('empty')).toMatchObject({ outcome: 'fault', kind: 'empty', column: '快捷短语' })
  expect(row('twice')).toMatchObject({ outcome: 'same', sameRow: rowOf.emoji })
  expect(row('sameCode')).toMatchObject({ outcome: 'new', codeOfRow: rowOf.emoji })
  expect(row('strange')).toMatchObject({ outcome: 'draft', unmapped: ['{小二}'] })
  expect(row('blocked')).toMatchObject({ outcome: 'draft', findings: [{ verdict: 'block' }] })
  // in the language of the store
  for (const { says: why } of row('blocked')!.findings!.flatMap(({ warnings }) => warnings))
    expect(why).toMatch(/\p{Script=Han}/u)
  for (const name of ['price', 'quotes', 'lines', 'escapes', 'emoji', 'bare'] as const)
    expect([name, row(name)?.outcome]).toEqual([name, 'new'])
  expect(row('price')?.intents?.[0]?.name).toBe('product_info.price')
  const sum = Object.values(trial.counts).reduce((a, b) => a + b)
  expect([sum, trial.counts.fault]).toEqual([PHRASES, 1])
  // whatever is no plain success names its reason
  expect(trial.rows.filter(({ unfiled }) => unfiled).length).toBeLessThan(60)
  for (const { outcome, message, sameAs, unmapped, findings, isOff } of trial.rows)
    if (outcome !== 'new') expect(message ?? sameAs ?? unmapped ?? findings ?? isOff).toBeDefined()

  const done = await step(`${PHRASES} phrases are imported`, () =>
    call<ImportReport>('POST', '/v1/scripts/import', bytes),
  )
  expect([done.counts, done.importId]).toEqual([trial.counts, expect.any(String)])

  const faulty = goods((at) => (at === 100 ? { 价格: '面议' } : at === 2_002 ? { 类目: '女装' } : {}))
  const refused = await step(`a report on ${GOODS} goods with two faults`, () =>
    call<GoodsReport>('POST', '/v1/products/import?dryRun=true', faulty),
  )
  expect(refused).toMatchObject({ written: false, unknown: ['仓位'] })
  expect(refused.faults).toMatchObject([
    { row: 100, path: 'price', message: expect.stringContaining('面议') },
    { row: 2_002, path: 'category', message: expect.stringContaining('clothing') },
  ])
  const brought = await step(`${GOODS} goods are imported`, () =>
    call<GoodsReport>('POST', '/v1/products/import', goods()),
  )
  expect(brought).toMatchObject({ written: true, counts: { added: GOODS, changed: 0, unchanged: 0 }, faults: [] })
  const chosen = '700000000042'
  const stock = { products: [{ id: chosen, price: 66, variants: [{ sku: `${chosen}-M`, stock: 3 }] }] }
  expect(await call('PATCH', '/v1/products', stock)).toEqual({ taken: 1, faults: [] })

  const agent = await openSession(url, {}, { authorization: `Bearer ${KEYS.agent}` })
  const title = '青竹棉麻衬衫春晨款'
  const ask = async (text: string): Promise<Answer['suggestions']> => {
    const message = says(text)
    agent.send(message)
    const { suggestions } = await agent.next('suggestions.ready', ({ messageIds }) =>
      messageIds.includes(message.messageId),
    )
    return suggestions
  }
  const first = await step('the first question is answered', () => ask(`${title}多少钱`))
  expect(first[0]).toMatchObject({
    scriptId: row('price')?.id,
    text: `您问${title}多少钱，现在是66元哦`,
  })
  const sizes = await ask('有什么尺码')
  expect(sizes[0]?.text).toMatch(/M.*L/)
  const left = await ask('M码还有货吗')
  expect(left.map(({ text }) => text).join()).toMatch(/3件|有货|现货/)

  const typed = { messages: [{ role: 'shopper', text: '在吗' }], query: 'JG', facts: { product: { id: chosen } } }
  const { suggestions } = await call<Answer>('POST', '/v1/suggestions', typed, KEYS.agent)
  expect(suggestions[0]?.scriptId).toBe(row('price')?.id)
})
