import iconv from 'iconv-lite'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { readWorkbook } from '../../../src/server/import/read-workbook.ts'
import { writeWorkbook } from '../../../src/server/import/write-workbook.ts'
import { pipeline } from '../../../src/server/pipeline.ts'
import type { Engine } from '../../../src/server/ports.ts'
import type { SuggestDeps } from '../../../src/suggest/index.ts'
import { trainedEngine } from '../../trained-engine.ts'
import { gatewayUnderTest, keyOf } from '../gateway-under-test.ts'

let trained: Engine
let unedited: SuggestDeps
beforeAll(async () => {
  trained = await trainedEngine()
  unedited = trained.deps('demo')
})
beforeEach(() => trained.equip('demo', { library: unedited.library }))

const FILE = [
  '快捷短语编码,快捷短语,快捷短语分组,使用次数',
  'yf,邮费是按地区算的呢，您报一下省份我看看,邮费,12',
  'yf2,邮费是按地区算的呢，您报一下省份我看看,邮费,3',
  'wx,加我微信 abc12345 私下转账更便宜,其他,1',
  'xe,您找{小二}就好,其他,1',
  'k,,空的,0',
].join('\r\n')

async function desk() {
  const keys = [keyOf({ roles: ['lead'] }, 'lead'), keyOf({ roles: ['agent'] }, 'agent')]
  const gateway = await gatewayUnderTest({ engine: trained, pipeline, keys })
  const headers = { authorization: 'Bearer lead' }
  const get = async (url: string) => (await gateway.app.inject({ method: 'GET', url, headers })).json()
  const send = async (url: string, payload: Buffer | object, key = 'lead') => {
    const type = Buffer.isBuffer(payload) ? { 'content-type': 'text/csv' } : {}
    const response = await gateway.app.inject({
      method: 'POST',
      url,
      headers: { authorization: `Bearer ${key}`, ...type },
      payload,
    })
    return { status: response.statusCode, body: response.json() }
  }
  const file = async (format: string) =>
    (await gateway.app.inject({ method: 'GET', url: `/v1/scripts/export?format=${format}`, headers })).rawPayload
  return { ...gateway, get, send, file }
}

test('a file is reported row by row, imported at once, offered, exported as it came, and undone', async () => {
  const { get, send, file, gateway } = await desk()
  const bytes = iconv.encode(FILE, 'gb18030')
  const trial = await send('/v1/scripts/import?dryRun=true', bytes)
  expect(trial.body).toMatchObject({
    format: 'qianniu',
    encoding: 'gb18030',
    counts: { new: 1, draft: 2, same: 1, fault: 1 },
    unmapped: [{ variable: '{小二}', rows: 1 }],
    rows: [
      {
        row: 2,
        outcome: 'new',
        intents: expect.arrayContaining([{ name: 'shipping_fee.fee', confidence: expect.any(Number) }]),
      },
      { row: 3, outcome: 'same', sameRow: 2 },
      { row: 4, outcome: 'draft', findings: [{ verdict: 'block' }] },
      { row: 5, outcome: 'draft', unmapped: ['{小二}'] },
      { row: 6, outcome: 'fault', kind: 'empty', column: '快捷短语', message: 'it has no text' },
    ],
  })
  expect((await get('/v1/scripts/imports')).imports).toEqual([])
  const done = await send('/v1/scripts/import', bytes)
  expect(done.body.counts).toEqual(trial.body.counts)
  await gateway.scriptDesk.settled()
  const { body } = await send('/v1/suggestions', { messages: [{ role: 'shopper', text: '邮费多少' }], limit: 10 })
  expect(body.suggestions.map(({ text }: { text: string }) => text).join()).toContain('您报一下省份我看看')
  expect((await send('/v1/scripts/import', bytes)).body.counts).toEqual({ new: 0, draft: 0, same: 4, fault: 1 })

  const exported = (await file('qianniu')).toString()
  expect(exported.slice(1).split('\r\n')).toEqual([
    '快捷短语编码,快捷短语,快捷短语分组,使用次数',
    'yf,邮费是按地区算的呢，您报一下省份我看看,邮费,12',
    'wx,加我微信 abc12345 私下转账更便宜,其他,1',
    'xe,您找{小二}就好,其他,1',
    '',
  ])
  const { importId } = done.body
  expect((await get('/v1/scripts/imports')).imports).toMatchObject([{ importId, scripts: 3 }])
  expect((await send(`/v1/scripts/imports/${importId}/undo`, {})).body).toEqual({ importId, retired: 3 })
  expect((await get('/v1/scripts/imports')).imports).toEqual([])
  expect((await get('/v1/scripts?origin=own')).scripts).toEqual([])
  expect((await send('/v1/scripts/import', bytes)).body.counts).toEqual(trial.body.counts)
})

test('rules of ChatGPT-On-CS come in with all they can say, and go back as they came', async () => {
  const { get, send, file, gateway } = await desk()
  const rows = [
    ['说明：| 分开'],
    ['匹配关键词', '回复内容', '平台'],
    ['*多少钱*|价格', '价格在链接里哦[or]=看链接就行呢[~]', '拼多多'],
    ['尺码[and]图', '尺码看这张图哦[@]D:\\size.png[/@]', ''],
    ['图', '[@]D:\\a.png[/@]', ''],
  ]
  const { body } = await send('/v1/scripts/import', await writeWorkbook([{ name: '自动回复', rows }]))
  expect(body).toMatchObject({
    format: 'chatgpt-on-cs',
    encoding: 'xlsx',
    rows: [
      { row: 3, outcome: 'new' },
      { row: 4, outcome: 'draft', leftOut: ['[@]D:\\size.png[/@]'] },
      { row: 5, outcome: 'fault', message: 'it has no words' },
    ],
  })
  expect(body.rows[0].intents[0].name).toMatch(/price/)
  const { script } = await get(`/v1/scripts/${body.rows[0].id}`)
  expect(script.wordings.map(({ short }: { short: string }) => short)).toEqual(['价格在链接里哦', '=看链接就行呢'])
  const [sheet] = await readWorkbook(await file('chatgpt-on-cs'), { rows: 100 })
  expect(sheet!.rows.slice(1).map((row) => [...row, ''].slice(0, 3))).toEqual(rows.slice(1, 4))
  const csv = (await file('table')).toString().split('\r\n')
  expect(csv.slice(1, 3)).toEqual(['价格在链接里哦,*多少钱*|价格,,,,拼多多', '尺码看这张图哦,尺码[and]图,,,,'])
  const [asBook] = await readWorkbook(await file('table&file=xlsx'), { rows: 100 })
  expect(asBook!.rows).toHaveLength(3)
  await gateway.scriptDesk.settled()
})

test('what somebody has changed since stays when the import is undone', async () => {
  const { get, send, gateway } = await desk()
  const { body } = await send('/v1/scripts/import', Buffer.from(FILE))
  const id = body.rows[0].id
  await send('/v1/scripts/bulk', {
    changes: [{ id, op: 'put', script: { ...(await get(`/v1/scripts/${id}`)).script, note: '改过' } }],
  })
  expect((await send(`/v1/scripts/imports/${body.importId}/undo`, {})).body.retired).toBe(2)
  expect((await get(`/v1/scripts/${id}`)).status).toBe('approved')
  await gateway.scriptDesk.settled()
})

test('what is no file, no format or not theirs is refused', async () => {
  const { send } = await desk()
  expect((await send('/v1/scripts/import', Buffer.from(FILE), 'agent')).status).toBe(403)
  expect((await send('/v1/scripts/import', Buffer.alloc(0))).status).toBe(400)
  expect((await send('/v1/scripts/import?map=x', Buffer.from(FILE))).body.error.message).toBe(
    'query.map: not valid JSON',
  )
  expect((await send('/v1/scripts/import', Buffer.from('PK\u0003\u0004broken'))).status).toBe(400)
})
