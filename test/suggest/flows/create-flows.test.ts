import { describe, expect, test } from 'vitest'
import { initialState, type Moment } from '../../../src/intents/index.ts'
import type { EventType, State } from '../../../src/protocol/index.ts'
import { createFlows, type Flows } from '../../../src/suggest/index.ts'
import { flow } from './flow.ts'

const SIZE = flow({
  id: 'F4',
  start: [
    { to: 'tell', shopper: ['size_fit'], when: { knows: ['height', 'weight'] } },
    { to: 'ask', shopper: ['size_fit'] },
  ],
  states: {
    ask: { suggests: ['C25'], next: [{ to: 'tell', shopper: ['any'], when: { knows: ['height', 'weight'] } }] },
    tell: { suggests: ['C25', 'C56'], next: [{ to: 'told', agent: ['any'] }] },
    told: { suggests: ['C33'], end: true },
  },
})
const ABUSE = flow({
  id: 'F36',
  priority: 3,
  start: [{ to: 'first', shopper: ['complaint_dispute.abuse'] }],
  states: {
    first: { suggests: ['C128'], next: [{ to: 'second', shopper: ['complaint_dispute.abuse'], when: { turns: 1 } }] },
    second: { suggests: ['C129'], end: true },
  },
})
const PAID = flow({
  id: 'F16',
  start: [{ to: 'thank', event: ['order_paid'] }],
  states: {
    thank: { suggests: ['C68'], next: [{ to: 'verify', agent: ['C68'] }] },
    verify: { suggests: ['C69'], end: true },
  },
})
const flows = createFlows([SIZE, ABUSE, PAID])

/** A talk that only its flows and counters remember. */
class Talk {
  state: State = initialState('zh')
  private readonly flows: Flows
  constructor(own: Flows = flows) {
    this.flows = own
  }
  private step(moment: Moment, more: Partial<State> = {}): this {
    this.state = this.flows.follow({ ...this.state, ...more }, moment)
    return this
  }
  shopper(names: string[], slots: State['slots'] = {}, confidence = 0.9): this {
    const intents = names.map((name) => ({ name, family: name.split('.')[0]!, confidence }))
    const turn = { shopperTurns: this.state.shopperTurns + 1, slots: { ...this.state.slots, ...slots } }
    return this.step({ role: 'shopper', text: '', intents, answers: false }, turn)
  }
  answer(read: readonly (readonly [name: string, confidence: number])[]): this {
    const intents = read.map(([name, confidence]) => ({ name, family: name.split('.')[0]!, confidence }))
    const turn = { shopperTurns: this.state.shopperTurns + 1 }
    return this.step({ role: 'shopper', text: '', intents, answers: true }, turn)
  }
  agent(category?: string, holds = false): this {
    const script = category ? { id: 'zh.x', category, tier: 'answer' as const, intents: [], asks: [] } : undefined
    return this.step({ role: 'agent', text: '', script, holds }, { agentTurns: this.state.agentTurns + 1 })
  }
  event(type: EventType): this {
    return this.step({ role: 'event', type })
  }
  get standing(): string[] {
    return this.state.flows.map(({ id, state }) => `${id}.${state}`)
  }
}
const BODY = { height: { value: 165, text: '165' }, weight: { value: 55, text: '110' } }

describe('a flow', () => {
  test('counts the line of the agent that brought it somewhere', () => {
    const offer = flow({
      id: 'F22',
      start: [{ to: 'heard', shopper: ['complaint_dispute.service'] }],
      states: {
        heard: { next: [{ to: 'remedy', agent: ['any'] }] },
        remedy: { next: [{ to: 'agreed', shopper: ['acknowledgement.ok'], when: { turns: 1 } }] },
        agreed: { end: true },
      },
    })
    const talk = new Talk(createFlows([offer]))
    expect(talk.shopper(['complaint_dispute.service']).agent().shopper(['acknowledgement.ok']).standing).toEqual([
      'F22.agreed',
    ])
  })
  test('is moved by an answer only where the question surely led', () => {
    const told = new Talk()
    expect(
      told.answer([
        ['product_info.taste', 0.85],
        ['size_fit.recommend', 0.6],
      ]).standing,
    ).toEqual([])
    expect(new Talk().answer([['size_fit.recommend', 0.85]]).standing).toEqual(['F4.ask'])
  })
  test('begins with a message about its matter, at the first start whose conditions hold', () => {
    expect(new Talk().shopper(['size_fit.recommend']).standing).toEqual(['F4.ask'])
    expect(new Talk().shopper(['size_fit.recommend'], BODY).standing).toEqual(['F4.tell'])
  })
  test('does not begin with a doubtful reading, a grave one less than others', () => {
    expect(new Talk().shopper(['size_fit.recommend'], {}, 0.45).standing).toEqual([])
    expect(new Talk().shopper(['complaint_dispute.abuse'], {}, 0.6).standing).toEqual([])
    expect(new Talk().shopper(['size_fit.recommend'], {}, 0.6).standing).toEqual(['F4.ask'])
  })
  test('moves with what the shopper tells, with what the agent says and with events', () => {
    const talk = new Talk().shopper(['size_fit.recommend']).shopper(['other.bare_data'], BODY)
    expect(talk.standing).toEqual(['F4.tell'])
    expect(talk.agent(undefined).standing).toEqual(['F4.told'])
    expect(new Talk().event('order_paid').agent('C68').standing).toEqual(['F16.verify'])
  })
  test('does not take a line that buys time for an answer, nor another script for the one it waits for', () => {
    expect(new Talk().shopper(['size_fit.recommend'], BODY).agent(undefined, true).standing).toEqual(['F4.tell'])
    expect(new Talk().event('order_paid').agent('C01').standing).toEqual(['F16.thank'])
  })
  test('is over once its end was answered, and can begin again', () => {
    const talk = new Talk().shopper(['size_fit.recommend'], BODY).agent()
    expect(talk.shopper(['shipping_fee.fee']).standing).toEqual([])
    expect(talk.shopper(['size_fit.bias']).standing).toEqual(['F4.tell'])
  })
  test('counts replies, not messages: a burst moves once', () => {
    const talk = new Talk().shopper(['complaint_dispute.abuse']).shopper(['complaint_dispute.abuse'])
    expect(talk.standing).toEqual(['F36.first'])
    expect(talk.agent().shopper(['complaint_dispute.abuse']).standing).toEqual(['F36.second'])
  })
  test('that nobody spoke of for a long time is forgotten', () => {
    const talk = new Talk().shopper(['size_fit.recommend'])
    for (let i = 0; i < 20; i += 1) talk.shopper(['shipping_fee.fee'])
    expect(talk.standing).toEqual(['F4.ask'])
    expect(talk.shopper(['shipping_fee.fee']).standing).toEqual([])
  })
})

test('a line that asks moves on only what waits for a question', () => {
  const both = createFlows([
    flow({
      id: 'F5',
      start: [{ to: 'answer', shopper: ['product_info'] }],
      states: {
        answer: {
          next: [
            { to: 'confirm', agent: ['any'], when: { asks: false } },
            { to: 'asked', agent: ['any'], when: { asks: true } },
          ],
        },
        confirm: { end: true },
        asked: { end: true },
      },
    }),
  ])
  const after = (text: string) => {
    const intents = [{ name: 'product_info.taste', family: 'product_info', confidence: 0.9 }]
    const asked = both.follow(initialState('zh'), { role: 'shopper', text: '', intents, answers: false })
    return both.follow(asked, { role: 'agent', text, script: undefined, holds: false }).flows[0]!.state
  }
  expect(after('酸甜口的')).toBe('confirm')
  expect(after('酸甜口的，您喜欢甜的吗')).toBe('asked')
})

describe('several flows', () => {
  test('live side by side; that of the newest message leads, and leads again when it is spoken of again', () => {
    const talk = new Talk().shopper(['size_fit.recommend']).event('order_paid')
    expect(talk.standing).toEqual(['F16.thank', 'F4.ask'])
    expect(talk.shopper(['size_fit.recommend']).standing).toEqual(['F4.ask', 'F16.thank'])
  })
  test('begun by one message: the more urgent leads, whatever was likelier', () => {
    expect(new Talk().shopper(['size_fit.recommend', 'complaint_dispute.abuse']).standing).toEqual([
      'F36.first',
      'F4.ask',
    ])
  })
  test('begun by an event stand back while a question of the shopper is open', () => {
    const talk = new Talk().shopper(['size_fit.recommend'])
    const open = { name: 'size_fit.recommend', family: 'size_fit', confidence: 0.9, text: '穿多大' }
    const state = flows.follow({ ...talk.state, openQuestions: [open] }, { role: 'event', type: 'order_paid' })
    expect(state.flows.map(({ id }) => id)).toEqual(['F4', 'F16'])
    expect(flows.wants(state)).toEqual(['C25'])
  })
  test('keep their order when the agent speaks', () => {
    const talk = new Talk().shopper(['size_fit.recommend'], BODY).event('order_paid').agent()
    expect(talk.standing).toEqual(['F16.thank', 'F4.told'])
  })
})

test('a line that buys time moves what waits for one, by words or not', () => {
  const ASKED = flow({
    id: 'F27',
    start: [
      { to: 'promised', agent: ['any', 'hold'], when: { words: '回复您' } },
      { to: 'held', agent: ['hold'] },
    ],
    states: { promised: { end: true }, held: { end: true } },
  })
  const after = (text: string, holds: boolean) =>
    createFlows([ASKED]).follow(initialState('zh'), { role: 'agent', text, script: undefined, holds }).flows[0]?.state
  expect([after('我查一下回复您', true), after('半小时内回复您', false)]).toEqual(['promised', 'promised'])
  expect([after('稍等', true), after('有的', false)]).toEqual(['held', undefined])
})

test('a flow that stays outside another does not begin while that one lives', () => {
  const CALM = flow({
    id: 'F21',
    start: [{ to: 'calm', shopper: ['complaint_dispute'], when: { outside: ['F36'] } }],
    states: { calm: { end: true } },
  })
  const both = createFlows([CALM, ABUSE])
  const complains: Moment = {
    role: 'shopper',
    text: '',
    intents: [{ name: 'complaint_dispute.angry', family: 'complaint_dispute', confidence: 0.9 }],
    answers: false,
  }
  const began = { ...initialState('zh'), flows: [{ id: 'F36', state: 'first', since: 0, touched: 0 }] }
  expect(both.follow(initialState('zh'), complains).flows.map(({ id }) => id)).toEqual(['F21'])
  expect(both.follow(began, complains).flows.map(({ id }) => id)).toEqual(['F36'])
})

test('an answer is to what was said last: of two flows that it moves alike the one that came to its state later leads', () => {
  const waiting = (id: string) =>
    flow({
      id,
      start: [{ to: 'asked', shopper: ['size_fit'] }],
      states: { asked: { next: [{ to: 'told', shopper: ['any'] }] }, told: { end: true } },
    })
  const both = createFlows([waiting('F1'), waiting('F2')])
  const asked = {
    ...initialState('zh'),
    agentTurns: 2,
    flows: [
      { id: 'F1', state: 'asked', since: 1, touched: 0 },
      { id: 'F2', state: 'asked', since: 2, touched: 0 },
    ],
  }
  const answer: Moment = { role: 'shopper', text: '', intents: [], answers: true }
  expect(both.follow(asked, answer).flows.map(({ id }) => id)).toEqual(['F2', 'F1'])
})

describe('wants', () => {
  test('names the categories of the flow that the newest message was about, and none otherwise', () => {
    const talk = new Talk().shopper(['size_fit.recommend'])
    expect(flows.wants(talk.state)).toEqual(['C25'])
    expect(flows.wants(talk.shopper(['shipping_fee.fee']).state)).toEqual([])
    expect(flows.wants(initialState('zh'))).toEqual([])
  })
})

test('a step that concerns no flow leaves the state as it is', () => {
  const { state } = new Talk().shopper(['size_fit.recommend'])
  const moment: Moment = { role: 'shopper', text: '', intents: [], answers: false }
  expect(flows.follow(state, moment)).toBe(state)
})

test('a flow that stands twice is refused', () => {
  expect(() => createFlows([SIZE, SIZE])).toThrow('flow F4 stands twice')
})
