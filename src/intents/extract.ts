import type { Entity } from '../protocol/index.ts'
import { readAddress } from './extract/address.ts'
import { readAge } from './extract/age.ts'
import { readBareSize } from './extract/bare-size.ts'
import { readClock } from './extract/clock.ts'
import { readCodeTails } from './extract/code-tails.ts'
import { readCodes } from './extract/codes.ts'
import { readContact } from './extract/contact.ts'
import { cuesOf, FOREIGN_CUE } from './extract/cues.ts'
import { readDate } from './extract/date.ts'
import { readDuration } from './extract/duration.ts'
import { readExpected } from './extract/expected.ts'
import { readHeight } from './extract/height.ts'
import { readLoneSize } from './extract/lone-size.ts'
import { readLooseQuantity } from './extract/loose-quantity.ts'
import { readMarkedSize } from './extract/marked-size.ts'
import { readMeasures } from './extract/measures.ts'
import { readMoney } from './extract/money.ts'
import { readNamedSpan } from './extract/named-span.ts'
import { readNoon } from './extract/noon.ts'
import { NUMBER_CUE, readNumbers } from './extract/numbers.ts'
import { readPercent } from './extract/percent.ts'
import { readQuantity } from './extract/quantity.ts'
import { add, type ExtractOptions, type Hit, RANK, type Reading } from './extract/reading.ts'
import { readRecipient } from './extract/recipient.ts'
import { readShortColour } from './extract/short-colour.ts'
import { readSize } from './extract/size.ts'
import { readSmallMass } from './extract/small-mass.ts'
import { readWeight } from './extract/weight.ts'
import { readTableWords } from './extract/words.ts'
import { MARK, type Normalised, normalise } from './normalise.ts'

export type { ExtractOptions } from './extract/reading.ts'

/** Names and places are data to copy: their value keeps the case and the script they were written in. */
const AS_WRITTEN: ReadonlySet<string> = new Set(['recipient', 'address'])
/** Families of patterns that only English and Korean have. */
const FOREIGN = [readCodeTails, readMarkedSize, readLooseQuantity, readNamedSpan, readNoon]
/** Families that read only numbers. */
const NUMERIC = [readBareSize, readAge, readWeight, readSmallMass, readMeasures, readMoney, readClock, readDuration]

/**
 * The slot values in a message, left to right. Offsets are UTF-16 units of `original` and `text` is exactly that slice; no two values share
 * a character: the surer form wins (RANK), then the longer.
 */
export function extract(original: string, options: ExtractOptions): Entity[] {
  const form = normalise(original)
  const { text } = form
  const cues = cuesOf(text)
  const reading: Reading = { form, text, cues, numbers: cues & NUMBER_CUE ? readNumbers(text) : [], options, hits: [] }
  if (options.resolveProduct) {
    for (const { id, start, end } of options.resolveProduct(original)) {
      add(reading, 'product_ref', indexAt(form, start), indexAt(form, end), id, RANK.product)
    }
  }
  readTableWords(reading)
  readCodes(reading)
  readContact(reading)
  readShortColour(reading)
  readSize(reading)
  readQuantity(reading)
  if (cues & FOREIGN_CUE) for (const read of FOREIGN) read(reading)
  readPercent(reading)
  if (reading.numbers.length > 0) {
    // the weight of a message depends on its height
    readHeight(reading)
    for (const read of NUMERIC) read(reading)
    if (cues & FOREIGN_CUE) readLoneSize(reading)
  }
  readDate(reading)
  readAddress(reading)
  readRecipient(reading)
  if (reading.hits.length === 0 && !options.expects?.length) return []
  const chosen = choose(reading.hits)
  const answers = readExpected(reading, chosen)
  const entities: Entity[] = []
  let end = 0
  for (const hit of [...chosen, ...answers].sort((a, b) => a.start - b.start)) {
    const entity = entityOf(form, hit, options.messageIndex ?? 0)
    // one original character can fold into several ("⅐" into "1⁄7"), and two hits inside it share that character
    if (entity.start < end) continue
    entities.push(entity)
    end = entity.end
  }
  return entities
}

/** Drops what overlaps something surer or longer. */
function choose(hits: readonly Hit[]): Hit[] {
  if (hits.length < 2) return hits.filter((hit) => hit.end > hit.start)
  const chosen: Hit[] = []
  const order = [...hits].sort((a, b) => b.rank - a.rank || b.end - b.start - (a.end - a.start) || a.start - b.start)
  for (const hit of order) {
    if (hit.end > hit.start && !chosen.some((other) => hit.start < other.end && other.start < hit.end)) chosen.push(hit)
  }
  return chosen
}

/** The first index of the normalised text at or behind an offset of the original. */
function indexAt(form: Normalised, offset: number): number {
  let low = 0
  let high = form.text.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (form.at[middle]! < offset) low = middle + 1
    else high = middle
  }
  return low
}

function entityOf(form: Normalised, hit: Hit, messageIndex: number): Entity {
  const { slot, value } = hit
  const start = form.at[hit.start]!
  const end = endOf(form, hit.end)
  const written = form.original.slice(start, end)
  const entity: Entity = {
    slot,
    value: AS_WRITTEN.has(slot) ? written : value,
    text: written,
    start,
    end,
    messageIndex,
  }
  return hit.unit === undefined ? entity : { ...entity, unit: hit.unit }
}

/** Where the last character of a hit ends in the original; spaces dropped behind it do not belong to it. */
function endOf({ original, text, at }: Normalised, index: number): number {
  const last = at[index - 1]!
  if (text[index - 1] !== MARK.url) return last + (original.codePointAt(last)! > 0xffff ? 2 : 1)
  return last + original.slice(last, at[index]).trimEnd().length
}
