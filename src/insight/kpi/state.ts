import { localTime } from '../../policy/index.ts'
import type { Histogram } from './histogram.ts'
import {
  addCount,
  addTimeTo,
  type Cell,
  type Count,
  cellAt,
  emptySheet,
  type Place,
  type Sheet,
  type Time,
} from './sheet.ts'
import type { Talk } from './talk.ts'

/** How a store counts. */
export interface KpiSettings {
  /** IANA name: days begin at its midnight. */
  readonly timezone: string
  /** Within how many days, the first included, an enquiry has to become an order, and a reminded order a paid one. */
  readonly conversionDays: number
}

/** Everything counting one store carries from one record to the next. Worked on in place; `saveKpis` makes JSON of it. */
export interface KpiState {
  readonly store: string
  /** The place in the log of the last record that is counted. */
  n: number
  /** Arrival of the newest record. */
  at: number
  /** Conversations that go on, by channel and id, the longest quiet first. */
  readonly talks: Map<string, Talk>
  /** Those that have gone quiet, the same way. */
  readonly resting: Map<string, Talk>
  /** What was counted since the sheets were last taken out, by day. */
  sheets: Map<string, Sheet>
}

export function emptyKpis(store: string): KpiState {
  return { store, n: 0, at: 0, talks: new Map(), resting: new Map(), sheets: new Map() }
}

/** What the steps of the fold work with. */
export interface Counting {
  readonly state: KpiState
  readonly talk: Talk
  readonly settings: KpiSettings
}

type At = Partial<Pick<Place, 'agent' | 'intent' | 'script'>>

function cellOf({ state, talk }: Counting, day: string, { agent = '', intent = '', script = '' }: At): Cell {
  let sheet = state.sheets.get(day)
  if (!sheet) {
    sheet = emptySheet(state.store, day)
    state.sheets.set(day, sheet)
  }
  return cellAt(sheet, { channel: talk.channel, agent, intent, script })
}

export function count(counting: Counting, day: string, at: At, what: Count, amount = 1): void {
  if (amount !== 0) addCount(cellOf(counting, day, at), what, amount)
}

export function countTime(counting: Counting, day: string, at: At, what: Time, ms: number, times: 1 | -1): void {
  addTimeTo(cellOf(counting, day, at), what, ms, times)
}

/** The day of an instant (epoch ms) on the store's calendar. */
export function dayOf({ settings }: Counting, at: number): string {
  return localTime(at, settings.timezone).day
}

export interface SavedSheet {
  readonly day: string
  readonly cells: readonly (Omit<Cell, 'times'> & { readonly times: Record<string, SavedHistogram> })[]
}
interface SavedHistogram {
  readonly sum: number
  readonly bins: readonly (readonly [number, number])[]
}
/** A state as JSON: texts of chats are not in it, ids of conversations are. */
export interface SavedKpis extends Pick<KpiState, 'n' | 'at'> {
  readonly talks: readonly (readonly [string, Talk])[]
  readonly resting: readonly (readonly [string, Talk])[]
  readonly sheets: readonly SavedSheet[]
}

export function saveKpis({ n, at, talks, resting, sheets }: KpiState): SavedKpis {
  return { n, at, talks: [...talks], resting: [...resting], sheets: [...sheets.values()].map(saveSheet) }
}

/** Goes on where a saved state stopped; the saved one is not to be used after it. */
export function loadKpis(store: string, { n, at, talks, resting, sheets }: SavedKpis): KpiState {
  const loaded = sheets.map((sheet) => [sheet.day, loadSheet(store, sheet)] as const)
  return { store, n, at, talks: new Map(talks), resting: new Map(resting), sheets: new Map(loaded) }
}

export function saveSheet({ day, cells }: Sheet): SavedSheet {
  const saved = [...cells.values()].map((cell) => ({
    ...cell,
    times: Object.fromEntries(
      Object.entries(cell.times).map(([time, { sum, bins }]) => [time, { sum, bins: [...bins] }]),
    ),
  }))
  return { day, cells: saved }
}

export function loadSheet(store: string, { day, cells }: SavedSheet): Sheet {
  const sheet = emptySheet(store, day)
  for (const { counts, times, ...place } of cells) {
    const cell = cellAt(sheet, place)
    Object.assign(cell.counts, counts)
    for (const [time, { sum, bins }] of Object.entries(times))
      cell.times[time as Time] = { sum, bins: new Map(bins) } satisfies Histogram
  }
  return sheet
}

/** A saved state without the conversations whose newest record is gone; what was counted stays. */
export function forgetTalks(saved: SavedKpis, isGone: (n: number) => boolean): SavedKpis {
  const left = (talks: SavedKpis['talks']) => talks.filter(([, { n }]) => !isGone(n))
  return { ...saved, talks: left(saved.talks), resting: left(saved.resting) }
}
