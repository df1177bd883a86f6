import type { Locale } from '../../protocol/index.ts'

/** One step of a diff; the steps that are not `add` make up the old text, those that are not `remove` the new one. */
export interface DiffStep {
  readonly op: 'same' | 'add' | 'remove'
  readonly text: string
}

/** Beyond so many pairs of words the middle is given as one exchange. */
const PAIRS = 1_000_000

/** The difference of two texts word by word. */
export function wordDiff(before: string, after: string, locale: Locale): DiffStep[] {
  const old = wordsOf(before, locale)
  const now = wordsOf(after, locale)
  let head = 0
  while (head < old.length && head < now.length && old[head] === now[head]) head += 1
  let tail = 0
  while (tail < old.length - head && tail < now.length - head && old.at(-1 - tail) === now.at(-1 - tail)) tail += 1
  return joined([
    ...old.slice(0, head).map((text) => ({ op: 'same' as const, text })),
    ...middle(old.slice(head, old.length - tail), now.slice(head, now.length - tail)),
    ...old.slice(old.length - tail).map((text) => ({ op: 'same' as const, text })),
  ])
}

function wordsOf(text: string, locale: Locale): string[] {
  return [...new Intl.Segmenter(locale, { granularity: 'word' }).segment(text)].map(({ segment }) => segment)
}

/** The longest common row of words stays, the rest is exchanged. */
function middle(old: readonly string[], now: readonly string[]): DiffStep[] {
  const width = now.length + 1
  if (old.length * now.length > PAIRS) {
    return [
      { op: 'remove', text: old.join('') },
      { op: 'add', text: now.join('') },
    ]
  }
  const common = new Uint16Array((old.length + 1) * width)
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = now.length - 1; j >= 0; j -= 1) {
      const at = i * width + j
      common[at] = old[i] === now[j] ? common[at + width + 1]! + 1 : Math.max(common[at + width]!, common[at + 1]!)
    }
  }
  const steps: DiffStep[] = []
  let i = 0
  let j = 0
  while (i < old.length || j < now.length) {
    const at = i * width + j
    if (i < old.length && j < now.length && old[i] === now[j]) {
      steps.push({ op: 'same', text: old[i]! })
      i += 1
      j += 1
    } else if (j === now.length || (i < old.length && common[at + width]! >= common[at + 1]!)) {
      steps.push({ op: 'remove', text: old[i]! })
      i += 1
    } else {
      steps.push({ op: 'add', text: now[j]! })
      j += 1
    }
  }
  return steps
}

/** Neighbours of one kind as one step; among changes, removals first. */
function joined(steps: readonly DiffStep[]): DiffStep[] {
  const out: DiffStep[] = []
  let removed = ''
  let added = ''
  const flush = () => {
    if (removed !== '') out.push({ op: 'remove', text: removed })
    if (added !== '') out.push({ op: 'add', text: added })
    removed = ''
    added = ''
  }
  for (const { op, text } of steps) {
    if (op === 'remove') removed += text
    else if (op === 'add') added += text
    else {
      flush()
      const last = out.at(-1)
      if (last?.op === 'same') out[out.length - 1] = { op, text: last.text + text }
      else out.push({ op, text })
    }
  }
  flush()
  return out
}
