import type { Entity } from '../protocol/index.ts'
import { extract } from './extract.ts'
import { MARK, normalise } from './normalise.ts'
import { isSlotName, SLOTS, type SlotName } from './slots.ts'

/** A masked span: UTF-16 offsets into the text before masking. */
export interface RedactedSpan {
  readonly slot: SlotName | 'link'
  readonly start: number
  readonly end: number
}

/** Masking uncovers at most what a hidden neighbour had kept from being read; a few rounds find it all. */
const ROUNDS = 8

/**
 * Replaces personal data by typed masks: "[phone]", "[order_no]", "[name]" …; links become "[link]", since their parameters may carry anything.
 * `entities` are what was found in exactly this text (a product known by them is not taken for a phone); without them the text is read
 * here. Idempotent: a redacted text has nothing left to mask.
 */
export function redact(text: string, entities?: readonly Entity[]): { text: string; spans: RedactedSpan[] } {
  const spans = new Map<number, RedactedSpan>()
  let rest = text
  for (let round = 0; round < ROUNDS; round += 1) {
    const found = round === 0 && entities ? entities : extract(rest, { locale: 'zh' })
    const personal: RedactedSpan[] = round === 0 ? linksOf(text) : []
    const known: RedactedSpan[] = []
    for (const { slot, start, end } of found) {
      if (!isSlotName(slot)) continue
      if ('personal' in SLOTS[slot]) personal.push({ slot, start, end })
      else if (entities && round === 0 && slot === 'product_ref') known.push({ slot, start, end })
    }
    if (personal.length === 0 && round > 0) break
    for (const span of personal) spans.set(span.start, span)
    for (const span of [...personal, ...known]) rest = blank(rest, span)
  }
  return mask(
    text,
    [...spans.values()].sort((a, b) => a.start - b.start),
  )
}

function linksOf(text: string): RedactedSpan[] {
  const form = normalise(text)
  const out: RedactedSpan[] = []
  for (let i = form.text.indexOf(MARK.url); i >= 0; i = form.text.indexOf(MARK.url, i + 1)) {
    const start = form.at[i]!
    const end = start + text.slice(start, form.at[i + 1]).trimEnd().length
    out.push({ slot: 'link', start, end })
  }
  return out
}

/** Hides a span behind marks of the same length, which normalise and every pattern treat as they treat its mask. */
function blank(text: string, { start, end }: RedactedSpan): string {
  return text.slice(0, start) + MARK.masked.repeat(end - start) + text.slice(end)
}

function mask(text: string, spans: readonly RedactedSpan[]): { text: string; spans: RedactedSpan[] } {
  let out = ''
  let at = 0
  const kept: RedactedSpan[] = []
  for (const span of spans) {
    if (span.start < at) continue
    out += `${text.slice(at, span.start)}[${span.slot === 'recipient' ? 'name' : span.slot}]`
    at = span.end
    kept.push(span)
  }
  return { text: out + text.slice(at), spans: kept }
}
