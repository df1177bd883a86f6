import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createLearner, type Learner, type LearnerState, type LogEvent } from '../../../src/insight/index.ts'
import { createLog, type Shown } from './log.ts'

const said = () => undefined
const learned = (events: readonly LogEvent[], before?: LearnerState): Learner => {
  const learner = createLearner({ said }, before)
  for (const event of events) learner.add(event)
  return learner
}
const throughJson = (state: LearnerState): LearnerState => JSON.parse(JSON.stringify(state))
const FEE = 'shipping_fee.fee'
const shown = (...ids: string[]): Shown[] => ids.map((scriptId) => ({ scriptId, topic: FEE }))
const standing = (learner: Learner, id: string, topic = FEE) => learner.learned.stats.get(topic)?.get(id)

/** One thing that happens in a store. */
const step = fc.record({
  what: fc.constantFrom('turn', 'own', 'edited', 'sent', 'dismissed', 'inserted', 'reported', 'wait', 'erasure'),
  talk: fc.nat(3),
  agent: fc.nat(6),
  place: fc.nat(2),
  topic: fc.constantFrom(FEE, 'size_fit.recommend'),
  text: fc.constantFrom('邮费多少', '要不要邮费呀', '穿什么码', '我165，110斤'),
})
const logOf = (steps: readonly (typeof step extends fc.Arbitrary<infer S> ? S : never)[]): LogEvent[] => {
  const log = createLog()
  let turnId = log.answer('c0', shown('a', 'b', 'c'))
  for (const { what, talk, agent: nth, place, topic, text } of steps) {
    const agent = `agent-${nth}`
    const conversation = `c${talk}`
    if (what === 'turn') {
      log.message(conversation, 'shopper', text)
      const features = (value: number) => ({ intent: 0.9, words: value, topic: 0.5 - value })
      const scripts = ['a', 'b', 'c'].map((scriptId, i) => ({ scriptId, topic, features: features(i / 10) }))
      turnId = log.answer(conversation, scripts, { agent })
    } else if (what === 'own') log.message(conversation, 'agent', '这个我们会尽快帮您安排好的', agent)
    else if (what === 'wait') log.wait(86_400_000 * 20)
    else if (what === 'erasure')
      log.add({ ...log.events[0]!, n: log.events.length * 2 + 1, kind: 'erasure', body: { records: [1, 3, 5] } })
    else log.feedback(turnId, place, what, agent)
  }
  return log.events
}

describe('the fold', () => {
  test('goes on from what was saved as if it had never stopped, to the bit', () =>
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), fc.nat(60), (steps, cut) => {
        const events = logOf(steps)
        const first = learned(events.slice(0, cut))
        const whole = JSON.stringify(learned(events).state)
        expect(JSON.stringify(learned(events.slice(cut), throughJson(first.state)).state)).toBe(whole)
        expect(JSON.stringify(learned(events).state)).toBe(whole)
      }),
    ))

  test('a state of a long history is bounded', () => {
    const log = createLog()
    for (let i = 0; i < 3_000; i += 1) {
      log.message(`c${i}`, 'shopper', `第${i}问${String.fromCharCode(0x4e00 + i)}`)
      log.answer(`c${i}`, shown(`s${i}`, `t${i}`))
      log.message(`c${i}`, 'agent', `第${String.fromCharCode(0x4e00 + i)}句自己的话`, `agent-${i}`)
    }
    const { state } = learned(log.events)
    expect(state.turns.turns.length).toBe(1_000)
    expect(state.turns.talks.length).toBe(1_000)
    expect(state.standings.length).toBeLessThanOrEqual(4_000)
    expect(state.ownReplies.length).toBeLessThanOrEqual(3_000)
  })
})

describe('what the agent really sent', () => {
  test('counts without the help of the client: a suggestion as it was, or worked on', () => {
    const log = createLog()
    log.message('c', 'shopper', '邮费多少')
    log.answer('c', shown('a', 'b', 'c'))
    log.message('c', 'agent', 'b的话～', 'li')
    const learner = learned(log.events)
    expect(standing(learner, 'b')!.lean).toBeGreaterThan(0)
    // it was passed over on the way down; what stood below was perhaps not seen
    expect(standing(learner, 'a')!.lean).toBeLessThan(standing(learner, 'c')!.lean)
    expect(standing(learner, 'c')!.lean).toBeLessThan(0)
  })

  test('is told once, however often and in whatever order it is reported', () => {
    const outcomes = (report: (log: ReturnType<typeof createLog>, turnId: string) => void) => {
      const log = createLog()
      log.message('c', 'shopper', '邮费多少')
      const turnId = log.answer('c', shown('a', 'b', 'c'), { agent: 'li' })
      report(log, turnId)
      return learned(log.events)
        .figures()
        .map(({ scriptId, sent, passed }) => [scriptId, sent, passed])
    }
    const once = outcomes((log) => log.message('c', 'agent', 'b的话', 'li'))
    const reported = outcomes((log, turnId) => {
      log.feedback(turnId, 1, 'sent', 'li')
      log.feedback(turnId, 1, 'sent', 'li')
      log.message('c', 'agent', 'b的话', 'li')
      log.message('c', 'agent', 'b的话', 'li')
    })
    const stepByStep = outcomes((log, turnId) => {
      log.feedback(turnId, 1, 'inserted', 'li')
      log.feedback(turnId, 1, 'copied', 'li')
      log.message('c', 'agent', 'b的话', 'li')
      log.feedback(turnId, 1, 'edited', 'li')
    })
    const close = (figures: typeof once) =>
      figures.map(([id, ...counts]) => [id, ...counts.map((x) => Number(x).toFixed(4))]).sort()
    expect(close(reported)).toEqual(close(once))
    expect(close(stepByStep)).toEqual(close(once))
  })

  test('further down the list counts for more, as fewer eyes came there', () => {
    const lean = (place: number) => {
      const log = createLog()
      const turnId = log.answer('c', shown('a', 'b', 'c'))
      log.feedback(turnId, place, 'sent', 'li')
      return standing(learned(log.events), ['a', 'b', 'c'][place]!)!.lean
    }
    expect(lean(2)).toBeGreaterThan(lean(1))
    expect(lean(1)).toBeGreaterThan(lean(0))
  })

  test('own words that are a script count for the script, wherever it stood', () => {
    const log = createLog()
    log.message('c', 'shopper', '邮费多少')
    log.answer('c', shown('a', 'b', 'c'))
    log.message('c', 'agent', '库里别处的一句', 'li')
    const learner = createLearner({ said: () => ({ id: 'z', topics: [FEE] }) })
    for (const event of log.events) learner.add(event)
    expect(standing(learner, 'z')!.lean).toBeGreaterThan(0)
    expect(standing(learner, 'a')!.lean).toBeLessThan(0)
  })

  test('a reply to one question says nothing of what was offered for another', () => {
    const log = createLog()
    for (let i = 0; i < 10; i += 1) {
      const offered = [{ scriptId: 'size', topic: 'size_fit.recommend' }, ...shown('fee', 'other')]
      const turnId = log.answer(`c${i}`, offered)
      log.feedback(turnId, 1, 'sent', `agent-${i}`)
    }
    const learner = learned(log.events)
    expect(standing(learner, 'fee')!.won).toBeGreaterThan(0)
    expect(standing(learner, 'other')!.won).toBeLessThan(0)
    expect(standing(learner, 'size', 'size_fit.recommend')).toBeUndefined()
  })

  test('own words alone say nothing against the list, and what was put aside was not passed over', () => {
    const log = createLog()
    log.answer('c', shown('a'))
    log.message('c', 'agent', '我自己想的一句话', 'li')
    log.answer('d', shown('a', 'b'), { quiet: true })
    log.message('d', 'agent', 'b的话', 'li')
    expect(learned(log.events).figures()).toEqual([])
  })

  test('feedback that the gateway could not match is not learned from', () => {
    const log = createLog()
    const turnId = log.answer('c', shown('a'))
    const event = log.feedback(turnId, 0, 'sent', 'li')
    const events = [log.events[0]!, { ...event, body: { ...event.body, matched: false } }]
    expect(learned(events).figures()).toEqual([])
  })
})

describe('dismissed scripts', () => {
  const dismissing = (agents: number, times: number, features: Record<string, number> = {}) => {
    const log = createLog()
    for (let i = 0; i < agents * times; i += 1) {
      const turnId = log.answer(`c${i}`, [{ scriptId: 'a', topic: FEE, features }])
      log.feedback(turnId, 0, 'dismissed', `agent-${i % agents}`)
    }
    return learned(log.events)
  }
  const isGone = (learner: Learner, stage: 'presale' | 'aftersale' = 'presale') =>
    learner.learned.isSuppressed('a', FEE, stage)

  test('stop coming once enough agents say so, at this stage and for this intent only', () => {
    const learner = dismissing(5, 2)
    expect(isGone(learner)).toBe(true)
    expect(isGone(learner, 'aftersale')).toBe(false)
    expect(learner.learned.isSuppressed('a', 'shipping_fee.free', 'presale')).toBe(false)
    expect(learner.dismissed()).toMatchObject([{ scriptId: 'a', topic: FEE, stage: 'presale', isSuppressed: true }])
  })
  test('do not by the word of four, however often they say it', () => {
    expect(isGone(dismissing(4, 20))).toBe(false)
  })
  test('do not when they are duties', () => {
    const learner = dismissing(8, 4, { duty: 1 })
    expect(isGone(learner)).toBe(false)
    expect(learner.dismissed()).toEqual([])
  })
  test('the same dismissal counts once', () => {
    const log = createLog()
    for (let agent = 0; agent < 5; agent += 1) {
      const turnId = log.answer(`c${agent}`, shown('a'))
      log.feedback(turnId, 0, 'dismissed', `agent-${agent}`)
      log.feedback(turnId, 0, 'reported', `agent-${agent}`)
    }
    const [entry] = learned(log.events).dismissed()
    expect(entry!.agents.map(([, times]) => times).every((times) => times <= 1)).toBe(true)
    expect(entry!.isSuppressed).toBe(false)
  })
})

describe('what is kept of a conversation', () => {
  const log = createLog()
  log.message('talk-of-wang', 'shopper', '邮费多少')
  log.answer('talk-of-wang', shown('a'))
  log.message('talk-of-wang', 'agent', '这个周末我们都在的您放心', 'li')
  const state = () => JSON.stringify(learned(log.events).state)

  test('is no message of the shopper', () => {
    expect(state()).not.toContain('邮费')
    expect(state()).toContain('talk-of-wang')
  })
  test('goes with the records it came from', () => {
    const learner = learned(log.events)
    learner.add({ ...log.events[0]!, n: 99, kind: 'erasure', body: { records: log.events.map(({ n }) => n) } })
    const after = JSON.stringify(learner.state)
    expect(after).not.toContain('talk-of-wang')
    expect(after).not.toContain('周末')
  })
})

describe("agents' own words", () => {
  const sayings = (text: string, times: number, talk = (i: number) => `c${i}`) => {
    const log = createLog()
    for (let i = 0; i < times; i += 1) {
      log.message(talk(i), 'shopper', '什么时候发货')
      log.answer(talk(i), shown('a'))
      log.message(talk(i), 'agent', text, 'li')
    }
    return learned(log.events).frequent()
  }
  test('are worth a proposal when they come again and again, in different talks', () => {
    expect(sayings('拍下后我们当天尽量安排哦', 3)).toMatchObject([
      { text: '拍下后我们当天尽量安排哦', agents: [['li', 3]] },
    ])
    expect(sayings('拍下后我们当天尽量安排哦', 2)).toEqual([])
    expect(sayings('拍下后我们当天尽量安排哦', 5, () => 'same')).toEqual([])
  })
  test('are not when they say a figure, or who somebody is', () => {
    expect(sayings('到您那边5天左右哦', 4)).toEqual([])
    expect(sayings('加我微信abc_wang说哦亲', 4)).toEqual([])
  })
})
