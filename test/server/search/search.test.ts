import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { createLibrary, type Entry, lookUp } from '../../../src/scripts/index.ts'
import { createClient } from '../../../src/sdk/index.ts'
import { pipeline } from '../../../src/server/pipeline.ts'
import type { Engine } from '../../../src/server/ports.ts'
import { createPinyinLookup } from '../../../src/server/search/pinyin-lookup.ts'
import { trainedEngine } from '../../trained-engine.ts'
import { gatewayUnderTest } from '../gateway-under-test.ts'

let engine: Engine
beforeAll(async () => {
  engine = await trainedEngine()
})

async function shop() {
  const { listen } = await gatewayUnderTest({ engine, pipeline })
  const client = createClient({ url: await listen() })
  const stream = client.stream({ agent: { id: 'a1' }, client: { name: 'test', version: '1' }, limit: 5 })
  onTestFinished(() => stream.close())
  return { client, stream }
}

describe('the library by pinyin', () => {
  test('finds the shipped scripts by initials and by whole syllables', async () => {
    const { client } = await shop()
    const ways = async (q: string) => (await client.scripts({ q, limit: 200 })).scripts
    for (const [typed, words] of [
      ['fahuo', '发货'],
      ['tuihuo', '退货'],
      ['yunfei', '运费'],
    ] as const) {
      const hits = await ways(typed)
      const byPinyin = hits.filter(({ foundBy }) => foundBy === 'pinyin')
      expect(byPinyin.length).toBeGreaterThan(3)
      expect(byPinyin.filter(({ text }) => text.includes(words)).length).toBeGreaterThan(byPinyin.length / 2)
    }
    const order = (await ways('fh')).map(({ foundBy }) => foundBy)
    expect(order[0]).toBe('initials')
    expect(order.lastIndexOf('initials')).toBeLessThan(
      order.indexOf('words') < 0 ? order.length : order.indexOf('words'),
    )
  })

  test('tables that cannot be read are an error to who waits, and no matter to who does not', async () => {
    const lookup = createPinyinLookup(async () => {
      throw new Error('no tables')
    })
    const shelf = engine.deps('demo').library.shelf('zh')
    expect(lookup.find(shelf, 'fahuo', 5)).toEqual(lookUp(shelf, 'fahuo', 5))
    await expect(lookup.ready(shelf, 'fahuo')).rejects.toThrow('no tables')
    await expect(lookup.ready(shelf, '发货')).resolves.toBeUndefined()
    await expect(lookup.ready(engine.deps('demo').library.shelf('en'), 'delivery')).resolves.toBeUndefined()
  })

  test('a library in place of another is spelled anew', async () => {
    const lookup = createPinyinLookup()
    const scripts = engine
      .deps('demo')
      .library.shelf('zh')
      .entries.slice(0, 3)
      .map(({ script }: Entry) => script)
    const changed = { ...scripts[0]!, id: 'zh.new', wordings: [{ open: '重庆仓直发', short: '重庆仓直发' }] }
    const [before, after] = [createLibrary(scripts), createLibrary([...scripts, changed])].map((one) => one.shelf('zh'))
    await lookup.ready(before!, 'chongqing')
    await lookup.ready(after!, 'chongqing')
    expect(lookup.find(before!, 'chongqing', 5).filter(({ by }) => by === 'pinyin')).toEqual([])
    expect(lookup.find(after!, 'chongqing', 5)).toMatchObject([{ by: 'pinyin', grade: 0 }])
  })
})

describe('a search in a talk', () => {
  test('gives what was typed filled and checked, by REST without any message and by the stream', async () => {
    const { client, stream } = await shop()
    const where = { store: 'demo', channel: 'web', conversationId: 'c1' }
    const talk = stream.conversation(where)
    await talk.add({ role: 'shopper', text: '今天天气怎么样' })
    await client.scripts({ q: 'fahuo' })
    const answer = await client.suggest({ ...where, messages: [], query: 'fahuo', limit: 5 })
    expect(answer.suggestions).toHaveLength(5)
    for (const { text, warnings } of answer.suggestions) {
      expect(text).toContain('发货')
      expect(text).not.toContain('{{')
      expect(warnings.filter(({ level }) => level === 'block')).toEqual([])
    }
    const live = await talk.request('fahuo')
    expect(live.suggestions.map(({ text }) => text)).toEqual(answer.suggestions.map(({ text }) => text))
  })

  test('completes what was typed', async () => {
    const { client, stream } = await shop()
    const where = { store: 'demo', channel: 'web', conversationId: 'c1' }
    await stream.conversation(where).add({ role: 'shopper', text: '包邮吗' })
    const { suggestions } = await client.suggest({ ...where, messages: [], query: '亲，付款后' })
    expect(suggestions[0]!.text).toMatch(/^亲，付款后/)
  })

  test('finds nothing rather than anything', async () => {
    const { client } = await shop()
    const where = { store: 'demo', channel: 'web', conversationId: 'c1' }
    expect(await client.suggest({ ...where, messages: [], query: 'zqxjk' })).toMatchObject({
      suggestions: [],
      gap: 'no_script',
      abstained: true,
    })
    await expect(client.suggest({ messages: [], query: 'fh' })).rejects.toMatchObject({ code: 'bad_request' })
    await expect(client.suggest({ ...where, messages: [] })).rejects.toMatchObject({ code: 'bad_request' })
  })
})
