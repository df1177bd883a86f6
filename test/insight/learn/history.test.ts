import { describe, expect, test } from 'vitest'
import { createHistory, type PastReply } from '../../../src/insight/learn/history.ts'
import { messageGrams } from '../../../src/insight/learn/message-grams.ts'

const reply = (text: string, scriptId: string, agent = 'li', locale: 'zh' | 'en' = 'zh'): PastReply => ({
  scriptId,
  topic: 'shipping_time.dispatch',
  agent,
  locale,
  grams: messageGrams(text),
})
const of = (...replies: PastReply[]) => createHistory(replies)
const find = (history: ReturnType<typeof createHistory>, text: string) => history.find(messageGrams(text), 'zh')

describe('messages are compared', () => {
  test('without figures, address words and particles', () => {
    expect(messageGrams('亲，拍了3件什么时候发货呀')).toEqual(messageGrams('拍了12件什么时候发货'))
    expect(messageGrams('~~')).toEqual([])
  })
})

describe('neighbours', () => {
  test('are the scripts sent for messages like this one, by how often', () => {
    const history = of(
      reply('什么时候发货', 'today'),
      reply('什么时候发货呢亲', 'today', 'wang'),
      reply('什么时候能发货到家', 'soon'),
      reply('可以开发票吗', 'invoice'),
    )
    const found = find(history, '请问什么时候发货')
    expect(found.map(({ scriptId }) => scriptId)).toEqual(['today', 'soon'])
    expect(found[0]!.near).toBeGreaterThan(found[1]!.near)
  })
  test('are trusted by five agents', () => {
    const by = (count: number) =>
      of(...Array.from({ length: count }, (_, i) => reply('什么时候发货', 's', `agent-${i}`)))
    expect(find(by(4), '什么时候发货')).toMatchObject([{ isTrusted: false }])
    expect(find(by(5), '什么时候发货')).toMatchObject([{ isTrusted: true }])
    const one = of(...Array.from({ length: 9 }, () => reply('什么时候发货', 's')))
    expect(find(one, '什么时候发货')).toMatchObject([{ isTrusted: false }])
  })
  test('own words are none, and take from the others', () => {
    const alone = find(of(reply('什么时候发货', 's')), '什么时候发货')[0]!.near
    const found = find(of(reply('什么时候发货', 's'), reply('什么时候发货', '')), '什么时候发货')
    expect(found).toHaveLength(1)
    expect(found[0]!.near).toBeLessThan(alone)
  })
  test('are of the language of the talk', () => {
    expect(find(of(reply('什么时候发货', 's', 'li', 'en')), '什么时候发货')).toEqual([])
  })
  test('of a history that has forgotten its beginning are those of what is left, and the same after it was saved', () => {
    const replies = Array.from({ length: 5_000 }, (_, i) =>
      reply(
        i < 800 ? '很早以前的问题' : `问题${String.fromCharCode(0x4e00 + (i % 3_000))}什么时候发货`,
        `s${i % 7}`,
        `a${i % 9}`,
      ),
    )
    const history = of(...replies)
    expect(history.size).toBe(4_096)
    expect(find(history, '很早以前的问题')).toEqual([])
    const again = createHistory(JSON.parse(JSON.stringify(history.saved())))
    expect(find(history, '什么时候发货')).not.toEqual([])
    expect(find(again, '什么时候发货')).toEqual(find(history, '什么时候发货'))
    expect(again.saved()).toEqual(history.saved())
  })
})
