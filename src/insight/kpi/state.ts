import { localTime } from '../../policy/index.ts'
import {
  addCount,
  type Cell,
  type Count,
  cellAt,
  cellsOf,
  emptySheet,
  type Place,
  type Sheet,
  type Time,
} from './sheet.ts'
import type { RestingTalk, Talk } from './talk.ts'

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
  /** When quiet conversations were last looked for. */
  tidiedAt: number
  /** Conversations that go on, by channel and id, in the order in which they are looked at again. */
  readonly talks: Map<string, Talk>
  /** Those that have gone quiet, the same way. */
  readonly resting: Map<string, RestingTalk>
  /** What was counted since the sheets were last taken out, by day. */
  sheets: Map<string, Sheet>
}

export function emptyKpis(store: string): KpiState {
  return { store, n: 0, at: 0, tidiedAt: 0, talks: new Map(), resting: new Map(), sheets: new Map() }
}

/** What the steps of the fold work with. */
export interface Counting {
  readonly state: KpiState
  readonly talk: Talk
  readonly settings: KpiSettings
}

type At = Partial<Pick<Place, 'agent' | 'intent' | 'script'>>

/** The cell of a place on a day: found once for all that is counted there. */
export function cellOf({ state, talk }: Counting, day: string, { agent = '', intent = '', script = '' }: At): Cell {
  let sheet = state.sheets.get(day)
  if (!sheet) {
    sheet = emptySheet(state.store, day)
    state.sheets.set(day, sheet)
  }
  return cellAt(sheet, { channel: talk.channel, agent, intent, script })
}

export function count(counting: Counting, day: string, at: At, what: Count, amount = 1): void {
  addCount(cellOf(counting, day, at), what, amount)
}

/** The day of an instant (epoch ms) on the store's calendar. */
export function dayOf({ settings: { timezone } }: Counting, at: number): string {
  let days = DAYS.get(timezone)
  if (!days || days.size > HELD_QUARTERS) {
    days = new Map()
    DAYS.set(timezone, days)
  }
  const quarter = Math.floor(at / QUARTER_MS)
  let day = days.get(quarter)
  if (day === undefined) {
    day = localTime(at, timezone).day
    days.set(quarter, day)
  }
  return day
}

/** Every zone's midnight falls on a quarter of an hour of UTC, so that a quarter has one day; formatting a time costs more than all else that is done with it. */
const QUARTER_MS = 900_000
const HELD_QUARTERS = 10_000
const DAYS = new Map<string, Map<number, string>>()

/** A list as JSON in pieces: each is made, and read, in less time than anybody notices. */
export type Pieces = readonly string[]

/** A state as JSON: texts of chats are not in it, ids of conversations are. */
export interface SavedKpis extends Pick<KpiState, 'n' | 'at' | 'tidiedAt'> {
  readonly talks: Pieces
  readonly resting: Pieces
  readonly sheets: readonly SavedSheet[]
}

export interface SavedSheet {
  readonly day: string
  readonly cells: Pieces
}

const PIECE = 100

/** Yields between two pieces of work, for whoever has something else to do; returns the state as JSON. It must not be worked on meanwhile. */
export function* savingKpis({ n, at, tidiedAt, talks, resting, sheets }: KpiState): Generator<void, SavedKpis> {
  const saved: SavedSheet[] = []
  for (const sheet of sheets.values()) saved.push(yield* savingSheet(sheet))
  return {
    n,
    at,
    tidiedAt,
    talks: yield* piecesOf(talks, asIs),
    resting: yield* piecesOf(resting, asIs),
    sheets: saved,
  }
}

export function* savingSheet(sheet: Sheet): Generator<void, SavedSheet> {
  return { day: sheet.day, cells: yield* piecesOf(cellsOf(sheet), plainCell) }
}

const asIs = <T>(value: T): T => value

function* piecesOf<T>(list: Iterable<T>, plain: (value: T) => unknown): Generator<void, Pieces> {
  const pieces: string[] = []
  let piece: unknown[] = []
  for (const value of list) {
    piece.push(plain(value))
    if (piece.length < PIECE) continue
    pieces.push(JSON.stringify(piece))
    piece = []
    yield
  }
  if (piece.length > 0) pieces.push(JSON.stringify(piece))
  return pieces
}

function plainCell({ times, ...cell }: Cell): object {
  const saved: Record<string, object> = {}
  for (const time in times) {
    const { sum, bins } = times[time as Time]!
    saved[time] = { sum, bins: [...bins] }
  }
  return { ...cell, times: saved }
}

/** Goes on where a saved state stopped. */
export function loadKpis(store: string, { talks, resting, sheets, ...rest }: SavedKpis): KpiState {
  const open = <T>(pieces: Pieces) => new Map(pieces.flatMap((piece) => JSON.parse(piece) as [string, T][]))
  const loaded = sheets.map((sheet) => [sheet.day, loadSheet(store, sheet)] as const)
  return { store, ...rest, talks: open<Talk>(talks), resting: open<RestingTalk>(resting), sheets: new Map(loaded) }
}

type SavedCell = Omit<Cell, 'times'> & {
  readonly times: Readonly<
    Record<string, { readonly sum: number; readonly bins: readonly (readonly [number, number])[] }>
  >
}

export function loadSheet(store: string, { day, cells }: SavedSheet): Sheet {
  const sheet = emptySheet(store, day)
  for (const piece of cells) {
    for (const { counts, times, ...place } of JSON.parse(piece) as SavedCell[]) {
      const cell = cellAt(sheet, place)
      Object.assign(cell.counts, counts)
      for (const time in times) {
        const { sum, bins } = times[time]!
        cell.times[time as Time] = { sum, bins: new Map(bins) }
      }
    }
  }
  return sheet
}

/** A saved state without the conversations whose newest record is gone; what was counted stays. */
export function forgetTalks(saved: SavedKpis, isGone: (n: number) => boolean): SavedKpis {
  const left = (pieces: Pieces) =>
    pieces.map((piece) =>
      JSON.stringify((JSON.parse(piece) as [string, Talk | RestingTalk][]).filter(([, { n }]) => !isGone(n))),
    )
  return { ...saved, talks: left(saved.talks), resting: left(saved.resting) }
}
