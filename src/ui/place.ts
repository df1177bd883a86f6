import { copyPart } from './copy-part.ts'
import type { InsertDetail, Insertion, Placed } from './desk-deps.ts'
import { type Caret, insertInto } from './insert.ts'

/** How long a host may take to place a text. */
const ANSWER_WITHIN_MS = 5_000

/** Where an insertion may go. */
export interface Places {
  /** Tells the host, who may take it over; absent = nobody is asked. */
  readonly panel: HTMLElement | undefined
  readonly box: HTMLElement | null
  readonly caret: Caret
}

/** Offers an insertion to the host, else writes it into the reply box, else lays it into the clipboard. */
export function place(insertion: Insertion, { panel, box, caret }: Places): Placed | Promise<Placed> {
  const taken = panel && offer(insertion, panel)
  if (taken) return taken
  if (insertion.part.kind === 'text' && box) return insertInto(box, insertion.text, caret) ? 'inserted' : 'failed'
  copyPart(insertion.part)
  return 'copied'
}

/** What the host makes of it; undefined when it leaves it to the panel. */
function offer(insertion: Insertion, panel: HTMLElement): Placed | Promise<Placed> | undefined {
  let outcome: Promise<Placed> | undefined
  const detail: InsertDetail = {
    ...insertion,
    respondWith(told) {
      outcome ??= inTime(told)
    },
  }
  const event = new CustomEvent('huashu-insert', { detail, bubbles: true, composed: true, cancelable: true })
  const isTaken = !panel.dispatchEvent(event)
  return outcome ?? (isTaken ? 'inserted' : undefined)
}

/** What a host says of an insertion; who says nothing in time has not done it. */
function inTime(told: Promise<Placed>): Promise<Placed> {
  return new Promise((resolve) => {
    const fail = () => resolve('failed')
    told.then(resolve, fail)
    setTimeout(fail, ANSWER_WITHIN_MS)
  })
}
