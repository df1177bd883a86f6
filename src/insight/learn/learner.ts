import type { Locale, ScriptFigures } from '../../protocol/index.ts'
import type { Learned, Weights } from '../../suggest/index.ts'
import type { LogEvent } from '../log-event.ts'
import { matchSent } from '../match-sent.ts'
import { printOfReply } from '../text-print.ts'
import { createTrials, type SavedTrials, type TrialResults } from '../trial/trials.ts'
import { createDismissals, type Dismissed } from './dismissals.ts'
import { createFeatureWeights, type FeatureWeights, type SavedWeights } from './feature-weights.ts'
import { createHistory, type History, type PastReply } from './history.ts'
import { gramsOfWords, messageGrams } from './message-grams.ts'
import { createOpenTurns, type OpenTurn, type SavedTurns } from './open-turns.ts'
import { createOwnReplies, type OwnReply, timesOf } from './own-replies.ts'
import { createStandings, type SavedStanding } from './standings.ts'

/** The fold as it is kept: plain JSON, bounded, and all that the fold needs to go on. */
export interface LearnerState {
  readonly n: number
  readonly events: number
  readonly turns: SavedTurns
  readonly standings: readonly SavedStanding[]
  readonly weights: SavedWeights
  readonly history: readonly PastReply[]
  readonly dismissals: readonly Dismissed[]
  readonly ownReplies: readonly OwnReply[]
  readonly trials: SavedTrials
}

/** Changes with what the code makes of the same log: a state of another version is folded anew. */
export const LEARNER_VERSION = 3

/** A script as an agent's own words may turn out to be one. */
export interface SaidScriptOf {
  readonly id: string
  readonly topics: readonly string[]
}

export interface LearnerDeps {
  /** The script that a text is, but for what is filled in; undefined for own words. */
  readonly said: (text: string, locale: Locale) => SaidScriptOf | undefined
}

/**
 * What one store learns from its log: feed it events in their order. The same events give the same state to the bit, whether in one go or from a state that
 * was saved between: `fold(a+b) = fold(b, fold(a))`.
 */
export interface Learner {
  add(event: LogEvent): void
  /** What suggestions are made with; reads the fold as it goes on. Approved texts and a lead's decisions are laid over it by the caller. */
  readonly learned: Learned
  readonly weights: Weights
  readonly state: LearnerState
  /** How many events it has been fed, and the place of the newest in the log, 0 = none. */
  readonly events: number
  readonly n: number
  figures(): ScriptFigures[]
  /** How the wordings do that are being compared. */
  readonly trials: Pick<TrialResults, 'report'>
  /** Dismissed scripts, suppressed or on the way there. */
  dismissed(): Dismissed[]
  /** Own words that agents send so often that they could be scripts. */
  frequent(): OwnReply[]
  /** Leaves no text and no conversation of records that are gone. */
  forget(isGone: (n: number) => boolean): void
}

/** What actions are worth as a choice; who inserts a suggestion may still change his mind. */
const CREDIT = { inserted: 0.5, copied: 0.5, edited: 0.7, sent: 1 } as const
/**
 * The chance that an agent has looked at a place (the examination hypothesis of click models, Craswell et al. 2008): assumed, not measured. What was chosen
 * further down counts for more, what was passed over there for less.
 */
const EXAMINED = [1, 0.75, 0.55, 0.4, 0.3] as const
/** Another one was good enough: being passed over says less than being sent. */
const SKIPPED = 0.5
const DISMISSED = 1
const REPORTED = 2

export function createLearner({ said }: LearnerDeps, saved?: LearnerState): Learner {
  const turns = createOpenTurns(saved?.turns)
  const standings = createStandings(saved?.standings)
  const weights: FeatureWeights = createFeatureWeights(saved?.weights)
  const history: History = createHistory(saved?.history)
  const dismissals = createDismissals(saved?.dismissals)
  const ownReplies = createOwnReplies(saved?.ownReplies)
  const trials = createTrials(saved?.trials)
  let n = saved?.n ?? 0
  let events = saved?.events ?? 0

  /** The suggestions for a topic that another reply for it was preferred to; of those for other topics it says nothing. */
  function passOver(
    turn: OpenTurn,
    about: string,
    weight: number,
    agent: string,
    at: number,
    above = Number.POSITIVE_INFINITY,
  ): void {
    turn.shown.forEach(({ scriptId, topic, credit }, place) => {
      if (credit > 0 || topic !== about) return
      // who has come as far as the one that was taken has seen those before it
      const seen = place < above ? 1 : EXAMINED[place]!
      for (const id of scriptId.split('+')) standings.add(topic, id, agent, { passed: weight * seen }, at)
    })
  }

  /** The agent took the suggestion at `place`, for so much of a choice. What is reported twice counts once. */
  function take(turn: OpenTurn, place: number, credit: number, agent: string, at: number): void {
    const taken = turn.shown[place]!
    if (credit <= taken.credit) return
    const isChoice = credit >= CREDIT.edited && taken.credit < CREDIT.edited
    const shown = turn.shown.map((one, i) => (i === place ? { ...one, credit } : one))
    turns.change({ ...turn, shown, isPassedOver: turn.isPassedOver || isChoice })
    const gain = (credit - taken.credit) / EXAMINED[place]!
    for (const id of taken.scriptId.split('+')) standings.add(taken.topic, id, agent, { sent: gain }, at)
    if (!isChoice) return
    const { scriptId, topic } = taken
    dismissals.sent({ scriptId, topic, stage: turn.stage }, at)
    // the rest of the list was judged by the first reply
    if (turn.isPassedOver) return
    remember(turn, scriptId.includes('+') ? '' : scriptId, topic, agent)
    passOver({ ...turn, shown }, topic, SKIPPED, agent, at, place)
    for (const [i, other] of shown.entries()) {
      if (i === place) continue
      const importance = (i < place ? 1 : EXAMINED[i]!) / EXAMINED[place]!
      weights.learn(taken.features, other.features, importance, agent)
    }
  }

  function remember({ heard, locale }: OpenTurn, scriptId: string, topic: string, agent: string): void {
    if (heard.length > 0) history.add({ scriptId, topic, agent, locale, grams: heard })
  }

  /** What the agent really sent: a suggestion as it was, one that was worked on, a script found otherwise, or own words. */
  function reply(turn: OpenTurn, text: string, agent: string, event: LogEvent): void {
    const match = matchSent(printOfReply(text), turn.shown)
    if (match.how !== 'own') {
      const place = turn.shown.findIndex(({ id }) => id === match.id)
      take(turn, place, match.how === 'sent' ? CREDIT.sent : CREDIT.edited, agent, event.at)
      return
    }
    const script = said(text, turn.locale)
    const { locale, talk, topic: asked } = turn
    const own = script
      ? undefined
      : ownReplies.add({ text, locale, agent, topic: asked, talk, n: event.n, at: event.at })
    if (turn.isPassedOver) return
    const topic = script ? topicOf(script, turn) : asked
    // own words tell nothing of the list: most agents type without having looked
    if (script) passOver(turn, topic, SKIPPED, agent, event.at)
    turns.change({ ...turn, isPassedOver: true })
    const id = script?.id ?? own?.id ?? ''
    // own words count under the id they would have as a script: should they become one, it does not begin without a past
    if (script || (own && timesOf(own.agents) > 1)) standings.add(topic, id, agent, { sent: 1 }, event.at)
    remember(turn, id, topic, agent)
  }

  function feedback(event: LogEvent & { kind: 'feedback' }): void {
    const { turnId, suggestionId, action, agent: by, finalText, matched } = event.body
    const turn = matched ? turns.turn(turnId) : undefined
    if (!turn) return
    const agent = by?.id ?? turn.agent
    const place = turn.shown.findIndex(({ id }) => id === suggestionId)
    if (place < 0) {
      if (action === 'sent' && finalText) reply(turn, finalText, agent, event)
      return
    }
    if (action === 'dismissed' || action === 'reported') dismiss(turn, place, action, agent, event.at)
    else if (action in CREDIT) take(turn, place, CREDIT[action as keyof typeof CREDIT], agent, event.at)
  }

  function dismiss(turn: OpenTurn, place: number, how: 'dismissed' | 'reported', agent: string, at: number): void {
    const one = turn.shown[place]!
    if (one.dismissed.includes(agent)) return
    const dismissed = [...one.dismissed, agent]
    turns.change({ ...turn, shown: turn.shown.map((other, i) => (i === place ? { ...other, dismissed } : other)) })
    for (const id of one.scriptId.split('+')) {
      standings.add(one.topic, id, agent, { passed: how === 'reported' ? REPORTED : DISMISSED }, at)
    }
    const isDuty = (one.features.duty ?? 0) > 0
    if (!isDuty) dismissals.dismissed({ scriptId: one.scriptId, topic: one.topic, stage: turn.stage }, agent, at)
  }

  function forget(isGone: (n: number) => boolean): void {
    turns.forget(isGone)
    ownReplies.forget(isGone)
    trials.forget(isGone)
  }

  return {
    add(event) {
      n = event.n
      events += 1
      trials.add(event)
      const where = { talk: JSON.stringify([event.channel, event.conversationId]), n, at: event.at }
      if (event.kind === 'answer') turns.answered(where, event.body)
      else if (event.kind === 'feedback') feedback(event)
      else if (event.kind === 'erasure') {
        const gone = new Set(event.body.records)
        forget((place) => gone.has(place))
      } else if (event.kind === 'message') {
        const { role, text, agent } = event.body
        if (role === 'shopper' && text) turns.heard(where, messageGrams(text))
        if (role !== 'agent' || !text) return
        const turn = turns.replied(where)
        if (turn) reply(turn, text, agent?.id ?? turn.agent, event)
      }
    },
    learned: {
      stats: standings.stats,
      neighbours: (words, locale) => (history.size === 0 ? [] : history.find(gramsOfWords(words), locale)),
      liking: standings.liking,
      isSuppressed: dismissals.isSuppressed,
    },
    get weights() {
      return weights.inUse
    },
    get events() {
      return events
    },
    get n() {
      return n
    },
    get state() {
      return {
        n,
        events,
        turns: turns.saved(),
        standings: standings.saved(),
        weights: weights.saved(),
        history: history.saved(),
        dismissals: dismissals.saved(),
        ownReplies: ownReplies.saved(),
        trials: trials.saved(),
      }
    },
    figures: standings.figures,
    trials,
    dismissed: () => dismissals.saved(),
    frequent: ownReplies.frequent,
    forget,
  }
}

/** For which of its topics a script was sent that nobody had suggested. */
function topicOf({ topics }: SaidScriptOf, turn: OpenTurn): string {
  const asked = [turn.topic, ...turn.shown.map(({ topic }) => topic)]
  return asked.find((topic) => topics.includes(topic)) ?? topics[0] ?? turn.topic
}
