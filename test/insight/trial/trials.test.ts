import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LogEvent } from '../../../src/insight/index.ts'
import { createTrials, type SavedTrials } from '../../../src/insight/trial/trials.ts'
import { createLog, type Shown } from '../learn/log.ts'

const HOUR = 3_600_000
const shown = (arm: number, text = `${arm}号说法，您看可以吗`): Shown[] => [
  { scriptId: 'a', text, trial: { id: 't', arm, of: 2 } },
  { scriptId: 'b', text: '别的话，与此无关的一句' },
]
const folded = (events: readonly LogEvent[], saved?: SavedTrials) => {
  const trials = createTrials(saved)
  for (const event of events) trials.add(event)
  return trials
}
const armsOf = (log: ReturnType<typeof createLog>) => folded(log.events).report('t')!.arms

describe('what became of a wording', () => {
  test('sent, edited, passed over and dismissed, each conversation once', () => {
    const log = createLog()
    log.answer('sent', shown(0))
    log.message('sent', 'agent', '0号说法，您看可以吗')
    log.message('sent', 'agent', '再说一句别的话')
    log.answer('edited', shown(1))
    log.message('edited', 'agent', '1号说法，您看可以吗，不行我再想想办法')
    log.answer('own', shown(0))
    log.message('own', 'agent', '自己另外写的一句话')
    const turn = log.answer('dismissed', shown(1))
    log.feedback(turn, 0, 'dismissed', 'agent-1')
    log.message('dismissed', 'agent', '1号说法，您看可以吗')
    // shown again in the same talk
    log.answer('sent', shown(0))
    expect(armsOf(log)).toMatchObject([
      { shown: 2, sent: 1, edited: 0, own: 1, dismissed: 0 },
      { shown: 2, sent: 0, edited: 1, own: 0, dismissed: 1 },
    ])
  })

  test('what nobody was shown, and what was searched for, does not count', () => {
    const log = createLog()
    log.answer('quiet', shown(0), { quiet: true })
    log.answer('searched', shown(0), { because: 'manual' })
    log.answer('other', [{ scriptId: 'b' }])
    expect(folded(log.events).report('t')).toBeUndefined()
  })

  test('who pays or complains within hours is put down to it, once that time is over', () => {
    const log = createLog()
    log.answer('good', shown(0))
    log.answer('bad', shown(1))
    const event = (conversationId: string, type: 'order_paid' | 'mediation') => {
      const { n, at, store, channel } = log.message(conversationId, 'shopper', '好')
      log.add({
        ...{ n: n + 1, at, store, channel, conversationId },
        kind: 'event',
        body: { eventId: `e${n}`, type, at: new Date(at).toISOString(), data: {} },
      })
    }
    event('good', 'order_paid')
    event('bad', 'mediation')
    log.answer('angry', shown(1))
    log.answer('angry', [{ scriptId: 'b' }], { intent: 'complaint_dispute.threat' })
    expect(armsOf(log)[1]).toMatchObject({ complaints: 0, settled: 0 })
    log.wait(5 * HOUR)
    log.message('later', 'shopper', '在吗')
    expect(armsOf(log)).toMatchObject([
      { settled: 1, paid: 1, complaints: 0 },
      { settled: 2, paid: 0, complaints: 2 },
    ])
  })
})

describe('guard rails', () => {
  test('a wording that agents surely dismiss more often ends the trial', () => {
    const log = createLog()
    for (let i = 0; i < 40; i += 1) {
      log.answer(`a${i}`, shown(0))
      log.message(`a${i}`, 'agent', '0号说法，您看可以吗')
      log.feedback(log.answer(`b${i}`, shown(1)), 0, 'dismissed', 'agent-1')
    }
    expect(folded(log.events).report('t')?.harmful).toEqual({ arm: 1, by: 'dismissed' })
  })

  test('uneven numbers of conversations are told, even ones are not', () => {
    const split = (every: number) => {
      const log = createLog()
      for (let i = 0; i < 400; i += 1) log.answer(`c${i}`, shown(i % every === 0 ? 1 : 0))
      return folded(log.events).report('t')?.isMismatched
    }
    expect(split(2)).toBe(false)
    expect(split(3)).toBe(true)
  })
})

describe('the fold', () => {
  const step = fc.record({
    what: fc.constantFrom('shown', 'sent', 'own', 'dismissed', 'complaint', 'wait'),
    talk: fc.nat(4),
    arm: fc.nat(1),
  })
  const logOf = (steps: readonly { what: string; talk: number; arm: number }[]) => {
    const log = createLog()
    let turn = log.answer('c0', shown(0))
    for (const { what, talk, arm } of steps) {
      const conversation = `c${talk}`
      if (what === 'shown') turn = log.answer(conversation, shown(arm))
      else if (what === 'sent') log.message(conversation, 'agent', `${arm}号说法，您看可以吗`)
      else if (what === 'own') log.message(conversation, 'agent', '自己另外写的一句话')
      else if (what === 'dismissed') log.feedback(turn, 0, 'dismissed', 'agent-1')
      else if (what === 'complaint') log.answer(conversation, [], { intent: 'complaint_dispute.threat' })
      else log.wait(3 * HOUR)
    }
    return log.events
  }

  test('goes on from what was saved as if it had never stopped, to the bit', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), fc.nat(40), (steps, cut) => {
        const events = logOf(steps)
        const first = JSON.parse(JSON.stringify(folded(events.slice(0, cut)).saved())) as SavedTrials
        const whole = JSON.stringify(folded(events).saved())
        expect(JSON.stringify(folded(events.slice(cut), first).saved())).toBe(whole)
      }),
      { numRuns: 60 },
    )
  })

  test('a conversation that is erased leaves its counts and nothing else', () => {
    const log = createLog()
    log.answer('secret-talk', shown(0))
    const trials = folded(log.events)
    trials.forget(() => true)
    expect(JSON.stringify(trials.saved())).not.toContain('secret-talk')
    expect(trials.report('t')?.arms[0]?.shown).toBe(1)
  })
})
