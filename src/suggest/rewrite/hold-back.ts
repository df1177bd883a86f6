import { restore } from './placeholders.ts'

/** Lets through of a stream only what may be shown as a draft: whole clauses, with the values in place of the marks. */
export interface HoldBack {
  /** Takes the next piece and gives the text to show now, often none. */
  push(piece: string): string
  /** True once more has come than any reply can need. */
  readonly isTooLong: boolean
  /** All that came, without reasoning, marks still in it. */
  readonly raw: string
}

export interface HoldBackOptions {
  readonly values: readonly string[]
  /** Longest text, in characters, that is worth waiting for. */
  readonly limit: number
  /** Whether a text may be shown from its beginning to here. */
  readonly maySay: (text: string) => boolean
}

/** Where a clause ends. The next letter must be known: a mark between digits or letters is part of a figure or an address. */
const CLAUSE_END = /[。！？；，～~\n…,.!?;](?=[^\dA-Za-z])/g
/** Models that think aloud do so before they answer. */
const THOUGHT = /^\s*<(think|thinking|reasoning)>[\s\S]*?(?:<\/\1>|$)\s*/
const MAYBE_THOUGHT = /^\s*<[a-z]*$/
const OPENING = ['<think>', '<thinking>', '<reasoning>']
/** Reasoning is longer than replies, but it ends too. */
const THOUGHT_LIMIT = 65_536

export function createHoldBack({ values, limit, maySay }: HoldBackOptions): HoldBack {
  let all = ''
  let isAnswering = false
  let shown = ''
  // how far the answer, as it came, has been looked at and has been shown
  let seen = 0
  let told = 0

  /** Drops a thought once it is over. */
  function begin(): void {
    if (isAnswering || MAYBE_THOUGHT.test(all)) return
    const trimmed = all.trimStart()
    if (OPENING.some((tag) => trimmed.startsWith(tag))) {
      if (!/<\/(?:think|thinking|reasoning)>/.test(trimmed)) return
      all = all.replace(THOUGHT, '')
    }
    isAnswering = true
  }

  return {
    push(piece) {
      all += piece
      begin()
      if (!isAnswering || all.length > limit) return ''
      const end = lastClauseEnd(all, Math.max(seen - 1, 0))
      seen = all.length
      if (end <= told) return ''
      const text = restore(all.slice(0, end).trimStart(), values)
      // what may not be said yet is held until more is known, or for ever
      if (text === undefined || !maySay(text)) return ''
      const show = text.slice(shown.length)
      shown = text
      told = end
      return show
    },
    get isTooLong() {
      return all.length > (isAnswering ? limit : THOUGHT_LIMIT)
    },
    get raw() {
      return isAnswering ? all : all.replace(THOUGHT, '')
    },
  }
}

/** The place behind the last clause end after `from`, outside of marks; 0 when there is none. */
function lastClauseEnd(text: string, from: number): number {
  let end = 0
  CLAUSE_END.lastIndex = from
  for (let match = CLAUSE_END.exec(text); match; match = CLAUSE_END.exec(text)) end = match.index + 1
  return end
}
