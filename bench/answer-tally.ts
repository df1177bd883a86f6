import { percentilesOf } from '../src/insight/index.ts'
import type { Answer } from '../src/protocol/index.ts'

/** What a set of answers comes to. Shares are of all answers; milliseconds are the server's own `timings.totalMs`. */
export interface AnswerFigures {
  readonly answers: number
  readonly withAnswer: number
  readonly withAnything: number
  readonly gaps: Readonly<Record<string, number>>
  readonly p50Ms: number
  readonly p99Ms: number
}

export interface AnswerTally {
  /** Counts an answer and returns what the wire promises of it and it does not keep; the schema has been checked before. */
  add(answer: Answer): string | undefined
  figures(): AnswerFigures
}

export function createAnswerTally(): AnswerTally {
  const times: number[] = []
  const gaps: Record<string, number> = {}
  let withAnswer = 0
  let withAnything = 0
  return {
    add(answer) {
      const { abstained, gap, suggestions, timings } = answer
      const isAnswered = suggestions.some(({ tier }) => tier === 'answer')
      times.push(timings.totalMs)
      if (isAnswered) withAnswer += 1
      if (suggestions.length > 0) withAnything += 1
      if (gap !== undefined) gaps[gap] = (gaps[gap] ?? 0) + 1
      if (abstained === isAnswered) return `abstained: ${abstained} beside ${isAnswered ? 'an' : 'no'} answer`
      if (suggestions.length === 0 && gap === undefined) return 'neither suggestions nor a gap'
      return undefined
    },
    figures() {
      const { count, p50, p99 } = percentilesOf(times)
      const share = (part: number) => part / Math.max(1, count)
      return {
        answers: count,
        withAnswer: share(withAnswer),
        withAnything: share(withAnything),
        gaps,
        p50Ms: p50,
        p99Ms: p99,
      }
    },
  }
}
