import { remember } from '../intents/index.ts'

/** What a number measures; only numbers of one kind are compared. */
export type QuantityKind = 'money' | 'time' | 'rate' | 'measure' | 'date' | 'pieces'

/** A number with a unit, in the kind's base unit: yuan, minutes, per cent off, cm or g, month*100+day, pieces. */
export interface Quantity {
  readonly kind: QuantityKind
  readonly value: number
  readonly from: number
  readonly to: number
}

const NUMBER = String.raw`(?:\d+(?:,\d{3})*(?:\.\d+)?)`
const HAN_NUMBER = '[一二两三四五六七八九十]{1,3}'
const RANGE = String.raw`(?:\s*(?:-|~|—|–|到|至|to)\s*(${NUMBER}|${HAN_NUMBER}))?`
/** Each unit's kind and its size in the base unit. */
const UNITS: Readonly<Record<string, readonly [QuantityKind, number]>> = {
  元: ['money', 1],
  块: ['money', 1],
  块钱: ['money', 1],
  rmb: ['money', 1],
  yuan: ['money', 1],
  원: ['money', 1],
  分钟: ['time', 1],
  minutes: ['time', 1],
  minute: ['time', 1],
  min: ['time', 1],
  분: ['time', 1],
  小时: ['time', 60],
  个小时: ['time', 60],
  hours: ['time', 60],
  hour: ['time', 60],
  시간: ['time', 60],
  天: ['time', 1440],
  个工作日: ['time', 1440],
  工作日: ['time', 1440],
  days: ['time', 1440],
  day: ['time', 1440],
  'business days': ['time', 1440],
  'working days': ['time', 1440],
  일: ['time', 1440],
  영업일: ['time', 1440],
  周: ['time', 10080],
  weeks: ['time', 10080],
  week: ['time', 10080],
  주: ['time', 10080],
  个月: ['time', 43200],
  months: ['time', 43200],
  month: ['time', 43200],
  개월: ['time', 43200],
  折: ['rate', 1],
  '%': ['rate', 1],
  mm: ['measure', 0.1],
  cm: ['measure', 1],
  厘米: ['measure', 1],
  公分: ['measure', 1],
  米: ['measure', 100],
  g: ['measure', 1],
  克: ['measure', 1],
  斤: ['measure', 500],
  公斤: ['measure', 1000],
  kg: ['measure', 1000],
  千克: ['measure', 1000],
  ml: ['measure', 1],
  毫升: ['measure', 1],
  件: ['pieces', 1],
  双: ['pieces', 1],
  套: ['pieces', 1],
  盒: ['pieces', 1],
  包: ['pieces', 1],
  개: ['pieces', 1],
  left: ['pieces', 1],
  pieces: ['pieces', 1],
}
const UNIT = Object.keys(UNITS)
  .sort((a, b) => b.length - a.length)
  .join('|')
const WITH_UNIT = new RegExp(`(?<![第每\\d.]|最后)(${NUMBER}|${HAN_NUMBER})${RANGE}\\s*(${UNIT})(?![a-z])`, 'g')
const WITH_SIGN = new RegExp(`[¥$₩](${NUMBER})`, 'g')
const DATE = /(\d{1,2})(?:月|\/|월 ?)(\d{1,2})[日号일]?/g
/** Words written with a numeral that measure nothing. */
const IDLE = /^一(?:两|块|周|双|件|套|盒|包|天(?!内|之内|以内|发|到|就|左右))/
const SIGN = /\d|[一二两三四五六七八九十](?:[元块分小天工周折厘公米克斤千毫件双套盒包]|个[小工月])/

const REMEMBERED = 4096

/** Every quantity of a text in its matching form, in order. */
export const quantitiesIn: (text: string) => Quantity[] = remember(readQuantities, REMEMBERED)

function readQuantities(text: string): Quantity[] {
  if (!SIGN.test(text)) return []
  const found: Quantity[] = []
  for (const match of text.matchAll(WITH_UNIT)) {
    if (IDLE.test(text.slice(match.index, match.index + 5)) || isVague(text, match.index)) continue
    const [kind, size] = UNITS[match[3]!]!
    for (const written of [match[1]!, match[2]]) {
      if (written === undefined) continue
      const value = match[3] === '折' ? percentOff(numberOf(written)) : numberOf(written) * size
      found.push({ kind, value, from: match.index, to: match.index + match[0].length })
    }
  }
  for (const match of text.matchAll(WITH_SIGN)) {
    found.push({ kind: 'money', value: numberOf(match[1]!), from: match.index, to: match.index + match[0].length })
  }
  for (const match of text.matchAll(DATE)) {
    const value = Number(match[1]) * 100 + Number(match[2])
    found.push({ kind: 'date', value, from: match.index, to: match.index + match[0].length })
  }
  return found
}

/** 这两天, 今明两天: about now. */
function isVague(text: string, index: number): boolean {
  return /^[一两二三]天/.test(text.slice(index, index + 2)) && /(?:[这那前近]|[今明]明?后?)$/.test(text.slice(0, index))
}

/** 9折 and 88折 as per cent off. */
function percentOff(fold: number): number {
  return Math.round((100 - (fold < 10 ? fold * 10 : fold)) * 100) / 100
}

const DIGITS = '零一二三四五六七八九'

function numberOf(written: string): number {
  if (/\d/.test(written)) return Number(written.replaceAll(',', ''))
  const text = written.replaceAll('两', '二')
  const ten = text.indexOf('十')
  if (ten < 0) return DIGITS.indexOf(text[0]!)
  const tens = ten === 0 ? 1 : DIGITS.indexOf(text[ten - 1]!)
  return tens * 10 + Math.max(0, DIGITS.indexOf(text[ten + 1] ?? '零'))
}
