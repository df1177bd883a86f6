import { addHistogram, addTime, emptyHistogram, type Histogram } from './histogram.ts'

/** What is counted; docs/kpis.md says what each is. Money in hundredths of the store's currency, times in milliseconds. */
export const COUNTS = [
  // conversations
  'enquiries',
  'answered',
  'orderedSameDay',
  'paidSameDay',
  'orderedInWindow',
  'paidInWindow',
  'cases',
  'ratings',
  'satisfied',
  'promises',
  'kept',
  // orders
  'orders',
  'silentOrders',
  'paidOrders',
  'pieces',
  'salesFen',
  'returnedOrders',
  'returnedPieces',
  'returnedFen',
  'reminded',
  'recovered',
  // messages and turns
  'replies',
  'turns',
  'messages',
  'covered',
  'gapNoScript',
  'gapBlocked',
  'gapOutOfScope',
  // what replies were made of
  'choices',
  'sent',
  'edited',
  'lintKnown',
  'lintClean',
  // scripts
  'shown',
  'used',
  'usedEdited',
  'dismissed',
  'reported',
  'fidelityMille',
  'keysSpared',
  'modelMsSpared',
  'warned',
  'blocked',
] as const
export type Count = (typeof COUNTS)[number]

/** Response times: of all turns, of enquiries' first replies, of turns answered with a suggestion, in own words, without suggestions; time to solve a case. */
export const TIMES = ['response', 'first', 'used', 'own', 'without', 'solve'] as const
export type Time = (typeof TIMES)[number]

/**
 * To whom and what a count belongs. Every count is kept at one depth only: what concerns a conversation has no intent and no script, what concerns a message or turn no
 * script, what concerns a script no intent. `agent` '' = nobody is known.
 */
export interface Place {
  readonly channel: string
  readonly agent: string
  readonly intent: string
  readonly script: string
}

export interface Cell extends Place {
  readonly counts: { [C in Count]?: number }
  readonly times: { [T in Time]?: Histogram }
}

/** What a store's day came to, on the store's calendar. Sheets of one day are added cell by cell. */
export interface Sheet {
  readonly store: string
  /** `2026-11-22`. */
  readonly day: string
  /** How many cells it has. */
  size: number
  /** By agent, then by channel. */
  readonly agents: Map<string, Map<string, Desk>>
}

/** What one agent did in one channel: as a whole, by intent and by script. */
interface Desk {
  whole?: Cell
  readonly intents: Map<string, Cell>
  readonly scripts: Map<string, Cell>
}

export function emptySheet(store: string, day: string): Sheet {
  return { store, day, size: 0, agents: new Map() }
}

/** The cell of a place, made when it is first needed. */
export function cellAt(sheet: Sheet, { channel, agent, intent, script }: Place): Cell {
  const desk = deskAt(sheet, agent, channel)
  const known = script !== '' ? desk.scripts.get(script) : intent !== '' ? desk.intents.get(intent) : desk.whole
  if (known) return known
  const cell: Cell = { channel, agent, intent, script, counts: {}, times: {} }
  if (script !== '') desk.scripts.set(script, cell)
  else if (intent !== '') desk.intents.set(intent, cell)
  else desk.whole = cell
  sheet.size += 1
  return cell
}

function deskAt({ agents }: Sheet, agent: string, channel: string): Desk {
  let channels = agents.get(agent)
  if (!channels) {
    channels = new Map()
    agents.set(agent, channels)
  }
  let desk = channels.get(channel)
  if (!desk) {
    desk = { intents: new Map(), scripts: new Map() }
    channels.set(channel, desk)
  }
  return desk
}

/** All cells, or those of one agent. */
export function* cellsOf({ agents }: Sheet, agent?: string): Generator<Cell> {
  const asked = agent === undefined ? agents.values() : [agents.get(agent) ?? []]
  for (const channels of asked) {
    for (const [, { whole, intents, scripts }] of channels) {
      if (whole) yield whole
      yield* intents.values()
      yield* scripts.values()
    }
  }
}

export function addCount({ counts }: Cell, count: Count, amount: number): void {
  counts[count] = (counts[count] ?? 0) + amount
}

export function addTimeTo(cell: Cell, time: Time, ms: number, times: 1 | -1): void {
  addTime(timesOf(cell, time), ms, times)
}

function timesOf({ times }: Cell, time: Time): Histogram {
  times[time] ??= emptyHistogram()
  return times[time]
}

/** Adds what stands in one cell to another, whatever their places. */
export function addCell(to: Cell, from: Cell): void {
  for (const count in from.counts) addCount(to, count as Count, from.counts[count as Count]!)
  for (const time in from.times) addHistogram(timesOf(to, time as Time), from.times[time as Time]!)
}

/** Adds a sheet of the same store and day. */
export function addSheet(to: Sheet, from: Sheet): void {
  for (const cell of cellsOf(from)) addCell(cellAt(to, cell), cell)
}
