import { randomUUID } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'
import fc from 'fast-check'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { connectHost, createJingmaiHost, createQianniuHost, type Drafted } from '../../../src/ui/hosts/index.ts'
import type { PanelSource } from '../../../src/ui/source.ts'
import { FakePanel, FakeQianniu } from './fake-qianniu.ts'

const LI = 'taobao:li'

function beside(options: Partial<Parameters<typeof connectHost>[2]> = {}) {
  const desk = new FakeQianniu()
  const panel = new FakePanel()
  const sent: { type: string; conversationId?: string }[] = []
  panel.source = { send: (frame) => void sent.push(frame as never), request: async () => ({}), listen: () => () => {} }
  const outcomes: (Drafted | 'failed')[] = []
  const connection = connectHost(createQianniuHost(desk.sdk, 20), panel, {
    newId: randomUUID,
    drafted: (outcome) => outcomes.push(outcome),
    ...options,
  })
  onTestFinished(() => connection.close())
  return { desk, panel, sent, outcomes, connection }
}

describe('千牛', () => {
  test('the panel follows the shopper in front and asks for the next step', async () => {
    const { desk, panel, sent } = beside({ store: 'demo' })
    desk.click('li')
    await vi.waitFor(() => expect(panel.conversation).toEqual({ store: 'demo', channel: 'taobao', conversationId: LI }))
    await vi.waitFor(() => expect(sent.map(({ type }) => type)).toEqual(['suggest.request']))
    expect(panel.identify?.()).toEqual(panel.conversation)
    desk.click(undefined)
    await vi.waitFor(() => expect(panel.conversation).toBeUndefined())
    expect(panel.insert('亲', { conversationId: LI })).toBe(true)
    expect(desk.boxes.size).toBe(0)
  })

  test('knows who was in front before anything changed', async () => {
    const desk = new FakeQianniu()
    desk.click('li')
    const panel = new FakePanel()
    const connection = connectHost(createQianniuHost(desk.sdk), panel, { newId: () => 'm' })
    onTestFinished(() => connection.close())
    await vi.waitFor(() => expect(panel.conversation?.conversationId).toBe(LI))
  })

  test('a nickname names the shopper where an older desk tells no more', async () => {
    const desk = new FakeQianniu()
    desk.front = { user_nick: 'cntaobaoli' } as never
    expect(await createQianniuHost(desk.sdk).activeContact()).toMatchObject({ id: 'cntaobaoli', name: 'li' })
  })

  test('a draft goes into the reply box, and nothing is ever sent', async () => {
    const { desk, panel, outcomes } = beside()
    desk.click('li')
    await vi.waitFor(() => expect(panel.conversation).toBeDefined())
    expect(panel.insert('亲，在的')).toBe(true)
    expect(panel.insert('哦')).toBe(true)
    await vi.waitFor(() => expect(outcomes).toEqual(['inserted', 'inserted']))
    expect([...desk.boxes]).toEqual([['li', '亲，在的哦']])
    expect(new Set(desk.calls)).toEqual(new Set(['getActiveUser', 'insertText2Inputbox']))
  })

  test('a desk that does not answer is told of, and inserts nothing', async () => {
    const { desk, panel, outcomes } = beside()
    desk.click('li')
    await vi.waitFor(() => expect(panel.conversation).toBeDefined())
    desk.isDeaf = true
    panel.insert('亲')
    await vi.waitFor(() => expect(outcomes).toEqual(['failed']))
    expect(desk.boxes.size).toBe(0)
  })

  test('through switches and picks in any order no draft reaches anybody but the shopper it was made for', async () => {
    const step = fc.oneof(
      fc.record({ do: fc.constant('click' as const), who: fc.constantFrom('li', 'li', 'wang', undefined) }),
      fc.record({ do: fc.constant('pick' as const), who: fc.constantFrom('li', 'wang') }),
      fc.record({ do: fc.constant('wait' as const) }),
    )
    let inserted = 0
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
        const { desk, panel, outcomes, connection } = beside()
        for (const one of steps) {
          if (one.do === 'click') desk.click(one.who)
          // the panel may still show the list of whoever was in front before
          else if (one.do === 'pick') panel.insert(`给${one.who}。`, { conversationId: `taobao:${one.who}` })
          else await nextTurn()
        }
        await vi.waitFor(() => expect(outcomes).toHaveLength(steps.filter((one) => one.do === 'pick').length))
        connection.close()
        for (const [who, text] of desk.boxes) expect(text).toMatch(new RegExp(`^(给${who}。)+$`))
        inserted += desk.boxes.size
      }),
      { numRuns: 300 },
    )
    expect(inserted).toBeGreaterThan(20)
  })
})

describe('京麦, by whatever its plug-in hands over', () => {
  test('a desk that takes no draft gets it by the clipboard; one that tells of no change is asked', async () => {
    const clipboard: string[] = []
    let front: string | undefined = 'li'
    const host = createJingmaiHost(
      { activeContact: () => (front ? { id: front } : undefined) },
      { copy: (text) => void clipboard.push(text), askEveryMs: 5 },
    )
    const panel = new FakePanel()
    const outcomes: (Drafted | 'failed')[] = []
    const connection = connectHost(host, panel, { newId: () => 'm', drafted: (outcome) => outcomes.push(outcome) })
    onTestFinished(() => connection.close())
    await vi.waitFor(() => expect(panel.conversation).toEqual({ channel: 'jd', conversationId: 'li' }))
    panel.insert('亲')
    await vi.waitFor(() => expect(outcomes).toEqual(['copied']))
    expect(clipboard).toEqual(['亲'])
    front = 'wang'
    panel.insert('给李')
    await vi.waitFor(() => expect(outcomes).toEqual(['copied', 'elsewhere']))
    expect(await Promise.all(panel.outcomes)).toEqual(['copied', 'failed'])
    await vi.waitFor(() => expect(panel.conversation?.conversationId).toBe('wang'))
  })

  test('a desk that gives text is heard without being asked', async () => {
    const sent: object[] = []
    const panel = new FakePanel()
    panel.source = {
      send: (frame) => void sent.push(frame),
      request: async () => ({}),
      listen: () => () => {},
    } as PanelSource
    const host = createJingmaiHost(
      { activeContact: () => ({ id: 'li' }), readText: () => '包邮吗', insertDraft: () => undefined },
      { copy: () => undefined },
    )
    const connection = connectHost(host, panel, { newId: () => 'm1' })
    onTestFinished(() => connection.close())
    await vi.waitFor(() => expect(sent).toMatchObject([{ type: 'message.add', messageId: 'm1', text: '包邮吗' }]))
  })
})

describe('without any text', () => {
  test('what the agent pastes outside of a field is what the shopper said', async () => {
    const page = new EventTarget()
    const { desk, panel, sent, connection } = beside({ page })
    const paste = (text: string, target: object = page) => {
      const event = new Event('paste', { cancelable: true })
      Object.defineProperty(event, 'clipboardData', { value: { getData: () => text } })
      Object.defineProperty(event, 'target', { value: target })
      page.dispatchEvent(event)
      return event.defaultPrevented
    }
    expect(paste('包邮吗')).toBe(false)
    desk.click('li')
    await vi.waitFor(() => expect(panel.conversation).toBeDefined())
    expect(paste('包邮吗')).toBe(true)
    expect(paste('字', { tagName: 'TEXTAREA' })).toBe(false)
    expect(connection.hear('  ')).toBe(false)
    expect(connection.hear('在吗')).toBe(true)
    expect(sent.filter(({ type }) => type === 'message.add')).toMatchObject([
      { conversationId: LI, role: 'shopper', text: '包邮吗' },
      { conversationId: LI, text: '在吗' },
    ])
  })
})
