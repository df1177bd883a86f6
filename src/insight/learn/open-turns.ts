import type { Locale, Stage } from '../../protocol/index.ts'
import type { ShownAnswer } from '../log-event.ts'
import type { Offered } from '../match-sent.ts'
import { printOfReply } from '../text-print.ts'
import type { SomeFeatures } from './feature-weights.ts'

/** A suggestion that was shown, as far as its outcome may still come. */
export interface OpenSuggestion extends Offered {
  readonly scriptId: string
  readonly topic: string
  readonly features: SomeFeatures
  /** What it was taken for so far, 0..1: looked at closer, worked on, sent. */
  readonly credit: number
  /** Agents who have dismissed it. */
  readonly dismissed: readonly string[]
}

/** An answer whose outcome may still come. `n` = its place in the log, `at` its time. */
export interface OpenTurn {
  readonly turnId: string
  readonly n: number
  readonly at: number
  readonly talk: string
  readonly agent: string
  readonly stage: Stage
  readonly locale: Locale
  readonly topic: string
  /** The message it answered, as `messageGrams`. */
  readonly heard: readonly number[]
  readonly shown: readonly OpenSuggestion[]
  /** Somebody has replied with own words. */
  readonly isPassedOver: boolean
}

/** A conversation: what the shopper has said since the agent last spoke, and the turn that is on the screen. */
interface OpenTalk {
  readonly talk: string
  readonly n: number
  readonly at: number
  readonly heard: readonly number[]
  readonly turnId?: string | undefined
}

export interface SavedTurns {
  readonly turns: readonly OpenTurn[]
  readonly talks: readonly OpenTalk[]
}

/** In which conversation something happened, at which place and time of the log. */
interface Where {
  readonly talk: string
  readonly n: number
  readonly at: number
}

/** What is on agents' screens, to tell what became of it. */
export interface OpenTurns {
  heard(where: Where, grams: readonly number[]): void
  answered(where: Where, answer: ShownAnswer): void
  /** The agent has spoken. Returns the turn that was answered. */
  replied(where: Where): OpenTurn | undefined
  turn(turnId: string): OpenTurn | undefined
  change(turn: OpenTurn): void
  saved(): SavedTurns
  forget(isGone: (n: number) => boolean): void
}

/** Answers and conversations that are waited for; of older ones no outcome is learned. */
const TURNS = 1_000
const TALKS = 1_000
const OPEN_MS = 2 * 86_400_000
const HEARD = 60
/** Nobody takes a suggestion further down. */
const PLACES = 5

export function createOpenTurns(saved?: SavedTurns): OpenTurns {
  const turns = new Map(saved?.turns.map((turn) => [turn.turnId, turn]))
  const talks = new Map(saved?.talks.map((talk) => [talk.talk, talk]))

  function put(talk: OpenTalk): void {
    talks.delete(talk.talk)
    talks.set(talk.talk, talk)
    for (const { talk: oldest, at } of talks.values()) {
      if (talks.size <= TALKS && at > talk.at - OPEN_MS) break
      talks.delete(oldest)
    }
  }

  return {
    heard(where, grams) {
      const before = talks.get(where.talk)
      put({ ...before, ...where, heard: [...new Set([...(before?.heard ?? []), ...grams])].slice(-HEARD) })
    },
    answered(where, answer) {
      const heard = talks.get(where.talk)?.heard ?? []
      turns.set(answer.turnId, openTurn(where, answer, heard))
      for (const { turnId, at } of turns.values()) {
        if (turns.size <= TURNS && at > where.at - OPEN_MS) break
        turns.delete(turnId)
      }
      put({ ...where, heard, turnId: answer.turnId })
    },
    replied(where) {
      const known = talks.get(where.talk)
      put({ ...where, heard: [], turnId: known?.turnId })
      return known?.turnId === undefined ? undefined : turns.get(known.turnId)
    },
    turn: (turnId) => turns.get(turnId),
    change(turn) {
      if (turns.has(turn.turnId)) turns.set(turn.turnId, turn)
    },
    saved: () => ({ turns: [...turns.values()], talks: [...talks.values()] }),
    forget(isGone) {
      for (const { turnId, n } of turns.values()) if (isGone(n)) turns.delete(turnId)
      for (const { talk, n } of talks.values()) if (isGone(n)) talks.delete(talk)
    },
  }
}

function openTurn(where: Where, answer: ShownAnswer, heard: readonly number[]): OpenTurn {
  const { turnId, agent = '', stage, locale, intents, suggestions, quiet, heldOut } = answer
  // what was put aside, or kept away, was not passed over
  const shown = quiet || heldOut ? [] : suggestions.slice(0, PLACES)
  return {
    ...where,
    turnId,
    agent,
    stage,
    locale,
    topic: intents[0]?.name ?? '',
    heard,
    shown: shown.map(({ id, scriptId, intent, text, features }) => ({
      id,
      scriptId,
      topic: intent,
      print: printOfReply(text),
      features,
      credit: 0,
      dismissed: [],
    })),
    isPassedOver: false,
  }
}
