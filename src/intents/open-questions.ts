import type { Intent, State } from '../protocol/index.ts'
import { LIGHT, type Reading } from './state.ts'

const OPEN_SHARE = 0.7
/** Who gives up asks nothing any more. */
const GONE = 'acknowledgement.lost'
const GONE_SURE = 0.65

/** A reading together with the questions still open: behind a greeting or a fragment they lead, beside another question they follow. */
export function withOpenQuestions(reading: Reading, state: State): Reading {
  const newest = reading.intents[0]
  if (newest?.name === GONE && newest.confidence >= GONE_SURE) return reading
  const waiting = state.openQuestions.filter((open) => !LIGHT.has(open.family) && open.family !== newest?.family)
  if (waiting.length === 0) return reading
  const light = newest === undefined || LIGHT.has(newest.family)
  const factor = light ? 1 : OPEN_SHARE
  const latest = waiting[waiting.length - 1]!
  const opened = waiting
    .slice(-2)
    .map((open) => ({ name: open.name, family: open.family, confidence: round(open.confidence * factor) }))
  const merged = new Map<string, Intent>()
  for (const intent of light ? [...opened.reverse(), ...reading.intents] : [...reading.intents, ...opened]) {
    const known = merged.get(intent.family)
    if (!known || intent.confidence > known.confidence) merged.set(intent.family, intent)
  }
  const intents = [...merged.values()].sort(
    (a, b) =>
      Number(light && b.family === latest.family) - Number(light && a.family === latest.family) ||
      b.confidence - a.confidence,
  )
  return {
    intents,
    topics: [...opened.map((open) => ({ name: open.name, share: open.confidence * factor })), ...reading.topics],
  }
}

function round(value: number): number {
  return Math.round(value * 1e4) / 1e4
}
