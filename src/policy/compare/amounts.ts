import { normalise } from '../../intents/index.ts'
import { formsOf, type Line } from '../localised.ts'
import type { Asked, Finding, Matter, Question, Reading } from './asked.ts'
import { UNKNOWN } from './asked.ts'
import { lineOf } from './field.ts'
import { type Quantity, quantitiesIn } from './quantity.ts'

const AS_WRITTEN = (words: string): Line => ({ zh: words, en: words, ko: words })
const SPEC = new Set(['mass', 'volume', 'pack', 'sheet', 'piece', 'pair', 'layer', 'tin'])
/** 一个 counts anything: of a product that tells no such count it asks nothing. */
const COUNTS = new Set(['pack', 'sheet', 'piece', 'pair', 'layer', 'tin'])
const BABY = /宝宝|孩子|小孩|娃|体重|baby|child|아기|아이|몸무게/
const AGE_WORDS = /大|的(?:宝宝|孩子|小孩|娃)|宝宝|能穿|能用|能吃|可以穿|可以用|old|baby|아기|아이|입|된/
const SHELF = /保质|放|保存|过期|存|shelf|keep|last|expire|good for|유통|보관|가나|갈까/
const AT_LEAST = /有|能放|可以放|以上|超过|够|至少|at least|more than|keep|last|over|이상|넘/
const AT_MOST = /以内|不到|以下|少于|less than|under|이하|미만/

/** Amounts: pack size, shelf life, ages, weights and temperatures that suit. */
export const amounts: Matter = (question, reading) =>
  toldApart(quantitiesIn(question.text)).flatMap((quantity) => askedOf(quantity, question, reading))

/** 一包25克 asks how much is in it, not how many packs. */
function toldApart(all: readonly Quantity[]): readonly Quantity[] {
  const rest = all.filter(({ kind, amount }) => amount !== 1 || !CONTAINERS.has(kind))
  return rest.length > 0 ? rest : all
}
const CONTAINERS = new Set(['pack', 'tin', 'piece'])

function askedOf(quantity: Quantity, question: Question, reading: Reading): Asked[] {
  const { text } = question
  const judge = judgeOf(quantity, text, reading)
  if (!judge) return []
  return [
    {
      matter: judge.matter,
      at: quantity.end,
      says: AS_WRITTEN(text.slice(quantity.start, quantity.end)),
      judge: judge.of,
    },
  ]
}

function judgeOf(
  { kind, amount }: Quantity,
  text: string,
  reading: Reading,
): { matter: string; of: (reading: Reading) => Finding } | undefined {
  if (kind === 'mass' && BABY.test(text)) return { matter: 'age', of: (one) => weightFits(one, amount / 1000) }
  if (COUNTS.has(kind) && !lists(reading, kind)) return undefined
  if (SPEC.has(kind)) return { matter: 'amount', of: (one) => specIs(one, kind, amount) }
  if (kind === 'age') return { matter: 'age', of: (one) => ageFits(one, amount) }
  if (kind === 'days' && AGE_WORDS.test(text) && !SHELF.test(text))
    return { matter: 'age', of: (one) => ageFits(one, amount / 365) }
  if (kind === 'days' && SHELF.test(text)) return { matter: 'shelf life', of: (one) => lasts(one, amount, text) }
  if (kind === 'temperature')
    return {
      matter: 'temperature',
      of: (one) => temperature(one, signed(amount, text), /水|泡|冲|洗|water|brew|물/.test(text)),
    }
  return undefined
}

const near = (a: number, b: number) => Math.abs(a - b) <= 0.02 * Math.max(a, b)

/** Compared with the packs there are to choose from, the pack size and the title, in this order. */
function specIs(reading: Reading, kind: string, amount: number): Finding {
  const { card, locale } = reading
  const packs = card.variants.flatMap(({ pack }) => (pack === undefined ? [] : [pack]))
  const inPacks = packs.flatMap((pack) => formsOf(pack)).flatMap((form) => sized(normalise(form).text, kind))
  const spec = lineOf(card, 'spec', locale)
  for (const field of ['spec', 'title', 'package', 'feature'] as const) {
    const line = lineOf(card, field, locale)
    const amounts = line?.forms.flatMap((form) => sized(form, kind)) ?? []
    const listed = field === 'spec' ? [...amounts, ...inPacks] : amounts
    if (listed.length === 0) continue
    const shown = field === 'spec' && !amounts.some((one) => near(one, amount)) ? undefined : line?.shown
    if (listed.some((one) => near(one, amount)))
      return shown === undefined ? packsShown(reading, 'yes') : { state: 'yes', field, shown }
    return field === 'spec' && new Set(inPacks).size > 1
      ? packsShown(reading, 'no')
      : { state: 'no', field, shown: line?.shown }
  }
  return { state: 'unknown', field: 'spec', shown: spec?.shown }
}

function packsShown({ card, locale, stockOf }: Reading, state: 'yes' | 'no'): Finding {
  const left = card.variants.filter((variant) => variant.pack !== undefined && stockOf(variant) !== 0)
  const names = left.flatMap(({ pack }) => (typeof pack === 'string' ? pack : pack?.[locale]) ?? [])
  return {
    state,
    field: 'packs',
    shown: names.length === 0 ? undefined : [...new Set(names)].join(locale === 'zh' ? '、' : ', '),
  }
}

/** The amounts of one kind in a text, with the whole of 25克×30包. */
function sized(text: string, kind: string): number[] {
  const all = quantitiesIn(text)
  const own = all.filter((one) => one.kind === kind).map(({ amount }) => amount)
  const times = /[x×]|packs of|pieces of/.test(text) && all.length === 2 && all[0]!.kind !== all[1]!.kind
  return times && own.length === 1 && (kind === 'mass' || kind === 'sheet')
    ? [...own, all[0]!.amount * all[1]!.amount]
    : own
}

const SPAN =
  /(\d+(?:\.\d+)?)\s*(个月|months?|개월)?\s*(?:岁|years?|세)?\s*(?:到|至|-|~|to)\s*(\d+(?:\.\d+)?)\s*(岁|years?|세|(?=$))/

function ageFits({ card, locale }: Reading, years: number): Finding {
  const line = lineOf(card, 'suits', locale)
  for (const form of line?.forms ?? []) {
    const span = SPAN.exec(form)
    if (!span) continue
    const from = Number(span[1]) / (span[2] ? 12 : 1)
    return {
      state: years >= from - 0.01 && years <= Number(span[3]) ? 'yes' : 'no',
      field: 'suits',
      shown: line?.shown,
    }
  }
  return { state: 'unknown', field: 'suits', shown: line?.shown }
}

function weightFits({ card, locale }: Reading, kg: number): Finding {
  const line = lineOf(card, 'suits', locale)
  for (const form of line?.forms ?? []) {
    const most = quantitiesIn(form).find(({ kind }) => kind === 'mass')
    if (most) return { state: kg <= most.amount / 1000 ? 'yes' : 'no', field: 'suits', shown: line?.shown }
  }
  return { state: 'unknown', field: 'suits', shown: line?.shown }
}

function lasts({ card, locale }: Reading, days: number, text: string): Finding {
  const line = lineOf(card, 'shelfLife', locale)
  const known = line?.forms.flatMap((form) => quantitiesIn(form)).find(({ kind }) => kind === 'days')
  if (!known) return { state: 'unknown', field: 'shelfLife', shown: line?.shown }
  const same = near(known.amount, days)
  const holds = AT_LEAST.test(text)
    ? same || known.amount > days
    : AT_MOST.test(text)
      ? same || known.amount < days
      : same
  return { state: holds ? 'yes' : 'no', field: 'shelfLife', shown: line?.shown }
}

/** 零下5度 is below zero. */
function signed(amount: number, text: string): number {
  return /零下|-\d|below zero|minus|영하/.test(text) ? -amount : amount
}

const WARM_ENOUGH = /(\d+)(?:度|°c?|도) ?(?:以上|이상)|(?:above|over|from) (\d+)/

/** The air a garment is for, or the water a tea is made with. */
function temperature({ card, locale }: Reading, degrees: number, ofWater: boolean): Finding {
  const air = ofWater ? undefined : lineOf(card, 'thickness', locale)
  for (const form of air?.forms ?? []) {
    const least = WARM_ENOUGH.exec(form)
    if (least)
      return { state: degrees >= Number(least[1] ?? least[2]) ? 'yes' : 'no', field: 'thickness', shown: air?.shown }
  }
  for (const field of ['usage', 'care'] as const) {
    const line = lineOf(card, field, locale)
    const known = line?.forms.flatMap((form) => quantitiesIn(form)).find(({ kind }) => kind === 'temperature')
    if (!known) continue
    const upTo = field === 'care' && degrees <= known.amount
    return { state: near(known.amount, degrees) || upTo ? 'yes' : 'no', field, shown: line?.shown }
  }
  return UNKNOWN
}

function lists({ card, locale }: Reading, kind: string): boolean {
  const lines = (['spec', 'title', 'package', 'feature'] as const).flatMap((field) => lineOf(card, field, locale) ?? [])
  return lines.some(({ forms }) => forms.some((form) => sized(form, kind).length > 0))
}
