import type { Locale, Stage } from '../../protocol/index.ts'
import type { ShownAnswer } from '../log-event.ts'
import type { Offered } from '../match-sent.ts'
import { printOfText } from '../text-print.ts'
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

/** An answer whose outcome may still come. `n` = its place in the log. */
export interface OpenTurn {
  readonly turnId: string
  readonly n: number
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
  readonly heard: readonly number[]
  readonly turnId?: string | undefined
}

export interface SavedTurns {
  readonly turns: readonly OpenTurn[]
  readonly talks: readonly OpenTalk[]
}

/** What is on agents' screens, to tell what became of it. */
export interface OpenTurns {
  heard(talk: string, n: number, grams: readonly number[]): void
  answered(talk: string, n: number, answer: ShownAnswer): void
  /** The agent has spoken. Returns the turn that was answered. */
  replied(talk: string, n: number): OpenTurn | undefined
  turn(turnId: string): OpenTurn | undefined
  change(turn: OpenTurn): void
  saved(): SavedTurns
  forget(isGone: (n: number) => boolean): void
}

/** Answers and conversations that are waited for; of older ones no outcome is learned. */
const TURNS = 1_000
const TALKS = 1_000
const HEARD = 60
/** Nobody takes a suggestion further down. */
const PLACES = 5

export function createOpenTurns(saved?: SavedTurns): OpenTurns {
  const turns = new Map(saved?.turns.map((turn) => [turn.turnId, turn]))
  const talks = new Map(saved?.talks.map((talk) => [talk.talk, talk]))

  function put(talk: OpenTalk): void {
    talks.delete(talk.talk)
    talks.set(talk.talk, talk)
    if (talks.size > TALKS) talks.delete(talks.keys().next().value!)
  }

  return {
    heard(talk, n, grams) {
      const before = talks.get(talk)
      put({ ...before, talk, n, heard: [...new Set([...(before?.heard ?? []), ...grams])].slice(-HEARD) })
    },
    answered(talk, n, answer) {
      const heard = talks.get(talk)?.heard ?? []
      turns.set(answer.turnId, openTurn(talk, n, answer, heard))
      if (turns.size > TURNS) turns.delete(turns.keys().next().value!)
      put({ talk, n, heard, turnId: answer.turnId })
    },
    replied(talk, n) {
      const known = talks.get(talk)
      put({ talk, n, heard: [], turnId: known?.turnId })
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

function openTurn(talk: string, n: number, answer: ShownAnswer, heard: readonly number[]): OpenTurn {
  const { turnId, agent = '', stage, locale, intents, suggestions, quiet, heldOut } = answer
  // what was put aside, or kept away, was not passed over
  const shown = quiet || heldOut ? [] : suggestions.slice(0, PLACES)
  return {
    turnId,
    n,
    talk,
    agent,
    stage,
    locale,
    topic: intents[0]?.name ?? '',
    heard,
    shown: shown.map(({ id, scriptId, intent, text, features }) => ({
      id,
      scriptId,
      topic: intent,
      print: printOfText(text),
      features,
      credit: 0,
      dismissed: [],
    })),
    isPassedOver: false,
  }
}
