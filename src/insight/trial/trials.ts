import type { LogEvent, ShownAnswer } from '../log-event.ts'
import { matchSent, type Offered } from '../match-sent.ts'
import { printOfText } from '../text-print.ts'
import { createTally, type Outcome, type SavedTally, type Tally, type TallyReport } from './tally.ts'

/** A conversation in which a wording of a trial was shown, as far as its outcome may still come. `n` = the place in the log of the answer that showed it first. */
interface OpenShow {
  readonly talk: string
  readonly trial: string
  readonly arm: number
  readonly n: number
  readonly at: number
  readonly offered: readonly Offered[]
  readonly isDecided: boolean
  readonly complaint: boolean
  readonly paid: boolean
}

export interface SavedTrials {
  readonly tallies: readonly (readonly [trial: string, of: number, tally: SavedTally])[]
  readonly open: readonly OpenShow[]
}

/** What the log tells of the wordings that are being compared: a fold like any other. */
export interface TrialResults {
  add(event: LogEvent): void
  /** Undefined when nothing of it was shown yet. */
  report(trial: string): TallyReport | undefined
  saved(): SavedTrials
  /** Leaves no conversation of records that are gone; counts stay. */
  forget(isGone: (n: number) => boolean): void
}

/** So long after a wording was shown a complaint or a payment is put down to it. */
const SETTLED_MS = 4 * 3_600_000
/** Conversations that are waited for, and trials that are remembered; the oldest go. */
const OPEN = 5_000
const TRIALS = 200
/** Texts of one wording in one talk that a reply is held against. */
const OFFERED = 5

export function createTrials(saved?: SavedTrials): TrialResults {
  const tallies = new Map<string, { readonly of: number; readonly tally: Tally }>(
    saved?.tallies.map(([trial, of, tally]) => [trial, { of, tally: createTally(of, tally) }]),
  )
  // in the order in which they were shown first
  const open = new Map<string, OpenShow>()
  const keysOfTalk = new Map<string, readonly string[]>()
  const keyOfSuggestion = new Map<string, string>()
  for (const one of saved?.open ?? []) put(one)

  function put(one: OpenShow): void {
    const key = keyOf(one)
    if (!open.has(key)) keysOfTalk.set(one.talk, [...(keysOfTalk.get(one.talk) ?? []), key])
    open.set(key, one)
    for (const { id } of one.offered) keyOfSuggestion.set(id, key)
  }

  function drop(one: OpenShow): void {
    const key = keyOf(one)
    open.delete(key)
    const others = (keysOfTalk.get(one.talk) ?? []).filter((other) => other !== key)
    if (others.length > 0) keysOfTalk.set(one.talk, others)
    else keysOfTalk.delete(one.talk)
    for (const { id } of one.offered) keyOfSuggestion.delete(id)
  }

  function tallyOf(trial: string, of: number): Tally {
    const known = tallies.get(trial)
    if (known) return known.tally
    const tally = createTally(of)
    tallies.set(trial, { of, tally })
    if (tallies.size > TRIALS) tallies.delete(tallies.keys().next().value!)
    return tally
  }

  function settle(now: number): void {
    for (const one of open.values()) {
      if (open.size <= OPEN && now - one.at < SETTLED_MS) break
      drop(one)
      tallies.get(one.trial)?.tally.settled(one.arm, one)
    }
  }

  function decide(one: OpenShow, outcome: Outcome): void {
    if (one.isDecided) return
    put({ ...one, isDecided: true })
    tallies.get(one.trial)?.tally.decided(one.arm, outcome)
  }

  function shown(talk: string, { n, at }: Pick<LogEvent, 'n' | 'at'>, { suggestions }: ShownAnswer): void {
    for (const { id, text, trial } of suggestions) {
      if (!trial) continue
      const offered = { id, print: printOfText(text) }
      const known = open.get(keyOf({ talk, trial: trial.id }))
      if (known) {
        if (!known.isDecided && known.offered.length < OFFERED) put({ ...known, offered: [...known.offered, offered] })
        continue
      }
      const rest = { isDecided: false, complaint: false, paid: false }
      const one: OpenShow = { talk, trial: trial.id, arm: trial.arm, n, at, offered: [offered], ...rest }
      put(one)
      tallyOf(trial.id, trial.of).shown(trial.arm)
    }
  }

  const ofTalk = (talk: string) => (keysOfTalk.get(talk) ?? []).map((key) => open.get(key)!)

  function mark(talk: string, what: 'complaint' | 'paid'): void {
    for (const one of ofTalk(talk)) put({ ...one, [what]: true })
  }

  return {
    add(event) {
      if (open.size > 0) settle(event.at)
      const talk = JSON.stringify([event.channel, event.conversationId])
      if (event.kind === 'answer') {
        const { because, quiet, heldOut, intents } = event.body
        if (open.size > 0 && because === 'message' && intents[0]?.family === 'complaint_dispute')
          mark(talk, 'complaint')
        // what was put aside or kept away nobody has judged, and what was searched for was wanted beforehand
        if (!quiet && !heldOut && because !== 'manual') shown(talk, event, event.body)
      } else if (open.size === 0) return
      else if (event.kind === 'message') {
        const { role, text } = event.body
        if (role !== 'agent' || !text) return
        const print = printOfText(text)
        for (const one of ofTalk(talk)) decide(one, matchSent(print, one.offered).how)
      } else if (event.kind === 'event') {
        const { type } = event.body
        if (type === 'order_paid') mark(talk, 'paid')
        else if (type === 'bad_review' || type === 'mediation') mark(talk, 'complaint')
      } else if (event.kind === 'feedback') {
        const { suggestionId, action, matched } = event.body
        if (!matched || suggestionId === undefined) return
        const one = open.get(keyOfSuggestion.get(suggestionId) ?? '')
        if (!one) return
        if (action === 'dismissed' || action === 'reported') decide(one, 'dismissed')
        else if (action === 'sent' || action === 'edited') decide(one, action)
      }
    },
    report: (trial) => tallies.get(trial)?.tally.report(),
    saved: () => ({
      tallies: [...tallies].map(([trial, { of, tally }]) => [trial, of, tally.saved()] as const),
      open: [...open.values()],
    }),
    forget(isGone) {
      for (const one of open.values()) if (isGone(one.n)) drop(one)
    },
  }
}

const keyOf = ({ talk, trial }: Pick<OpenShow, 'talk' | 'trial'>) => `${trial}\n${talk}`
