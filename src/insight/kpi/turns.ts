import { addCount, addTimeTo } from './sheet.ts'
import { type Counting, cellOf, dayOf } from './state.ts'
import type { Mark, Talk, Turn } from './talk.ts'

/** Marks kept per conversation: as far back late messages still find their place. */
const MARKS = 16

/**
 * Puts a message at its place by its own time and counts again what it changes: late messages and those in the wrong order come to the same figures.
 * False when it is older than what is kept: it moves no clock.
 */
export function placeMark(counting: Counting, mark: Mark): boolean {
  const { marks, cutAt } = counting.talk
  if (mark.at < cutAt) return false
  let place = marks.length
  while (place > 0 && marks[place - 1]!.at > mark.at) place -= 1
  if (place < marks.length) {
    marks.splice(place, 0, mark)
    recountTurns(counting)
  } else {
    marks.push(mark)
    follow(counting, mark)
  }
  if (marks.length > MARKS) letGo(counting.talk)
  return true
}

/** What a message changes that comes in its order. */
function follow(counting: Counting, { at, agent, how }: Mark): void {
  const open = openTurn(counting.talk)
  if (agent !== undefined) {
    if (open) replaceLast(counting, open, { ...open, to: at, agent, how })
  } else if (!open) {
    const turn: Turn = { from: at, agent: counting.talk.desk, intent: '' }
    counting.talk.turns.push(turn)
    countTurn(counting, turn, 1)
  }
}

/** What the shopper's message was about; the turn it belongs to is about that. */
export function placeIntent(counting: Counting, messageId: string | undefined, intent: string): void {
  const { marks } = counting.talk
  const place = marks.findLastIndex(({ id, agent }) => agent === undefined && id === messageId)
  const mark = marks[place]
  if (!mark || mark.intent === intent) return
  mark.intent = intent
  const open = openTurn(counting.talk)
  if (open && place === marks.length - 1) replaceLast(counting, open, { ...open, intent })
  else recountTurns(counting)
}

/** Somebody else has the conversation: what waits, waits for them. */
export function handTo(counting: Counting, agent: string): void {
  const { talk } = counting
  talk.desk = agent
  const open = openTurn(talk)
  if (open) replaceLast(counting, open, { ...open, agent })
}

function openTurn({ turns }: Talk): Turn | undefined {
  const last = turns.at(-1)
  return last?.to === undefined ? last : undefined
}

function replaceLast(counting: Counting, old: Turn, turn: Turn): void {
  countTurn(counting, old, -1)
  countTurn(counting, turn, 1)
  counting.talk.turns[counting.talk.turns.length - 1] = turn
}

/** Counts the turns of the marks in place of those that were counted before. */
function recountTurns(counting: Counting): void {
  const { talk } = counting
  const turns = turnsOf(talk)
  let same = 0
  while (same < turns.length && same < talk.turns.length && isSame(turns[same]!, talk.turns[same]!)) same += 1
  for (const turn of talk.turns.slice(same)) countTurn(counting, turn, -1)
  for (const turn of turns.slice(same)) countTurn(counting, turn, 1)
  talk.turns = turns
}

function turnsOf({ marks, desk }: Talk): Turn[] {
  const turns: Turn[] = []
  let open: { from: number; intent: string } | undefined
  for (const { at, agent, intent, how } of marks) {
    if (agent === undefined) {
      open ??= { from: at, intent: '' }
      // what is read last is read from the whole burst
      if (intent !== undefined) open.intent = intent
    } else if (open) {
      turns.push({ ...open, to: at, agent, how })
      open = undefined
    }
  }
  if (open) turns.push({ ...open, agent: desk })
  return turns
}

function isSame(a: Turn, b: Turn): boolean {
  return a.from === b.from && a.to === b.to && a.agent === b.agent && a.intent === b.intent && a.how === b.how
}

function countTurn(counting: Counting, { from, to, agent, intent, how }: Turn, times: 1 | -1): void {
  const cell = cellOf(counting, dayOf(counting, from), { agent, intent })
  addCount(cell, 'turns', times)
  if (to === undefined) return
  addTimeTo(cell, 'response', to - from, times)
  if (how) addTimeTo(cell, how, to - from, times)
}

/** Lets the oldest turn go, counted as it is; of a shopper who writes on and on the second message, for the first holds the clock. */
function letGo(talk: Talk): void {
  const reply = talk.marks.findIndex(({ agent }) => agent !== undefined)
  if (reply < 0) talk.marks.splice(1, 1)
  else {
    if (reply > 0) talk.turns.shift()
    const gone = talk.marks.splice(0, reply + 1)
    talk.cutAt = gone.at(-1)!.at
  }
}
