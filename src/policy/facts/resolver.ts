import type { SlotName } from '../../intents/index.ts'
import { type Localised, say } from '../localised.ts'
import type { Fact, FactOrigin } from './fact.ts'
import type { Knowledge } from './knowledge.ts'

/** Works out one slot from what the turn knows, or undefined when it is not known. */
export type Resolver = (know: Knowledge) => Fact | undefined
export type Resolvers = { readonly [S in SlotName]?: Resolver }

/** A printable fact, or undefined when there is no text for it. */
export function fact(
  source: FactOrigin,
  text: string | undefined,
  value?: Fact['value'],
  why?: string,
  asOf?: string,
): Fact | undefined {
  if (text === undefined || text === '') return undefined
  return {
    text,
    value: value ?? text,
    source,
    ...(why === undefined ? {} : { why }),
    ...(asOf === undefined ? {} : { asOf }),
  }
}

/** A switch for conditions: a value that is never printed. */
export function state(source: FactOrigin, value: string | undefined, why?: string): Fact | undefined {
  return value === undefined ? undefined : { text: '', value, source, ...(why === undefined ? {} : { why }) }
}

export function yesNo(source: FactOrigin, value: boolean | undefined): Fact | undefined {
  return state(source, value === undefined ? undefined : value ? 'yes' : 'no')
}

/** Words of the store's policy in the locale. */
export function words(know: Knowledge, localised: Localised | undefined): Fact | undefined {
  return fact('policy', say(localised, know.locale))
}

const COUNTED: Record<string, { readonly zh: string; readonly en: readonly [string, string]; readonly ko: string }> = {
  day: { zh: '天', en: ['day', 'days'], ko: '일' },
  hour: { zh: '小时', en: ['hour', 'hours'], ko: '시간' },
  minute: { zh: '分钟', en: ['minute', 'minutes'], ko: '분' },
  piece: { zh: '件', en: ['', ''], ko: '개' },
}

/** `7天`, `7 days`, `7일`; `count` may be a range like `3-5`. */
export function counted(
  count: number | string,
  unit: 'day' | 'hour' | 'minute' | 'piece',
  locale: 'zh' | 'en' | 'ko',
): string {
  const word = COUNTED[unit]!
  if (locale === 'en') return `${count} ${word.en[String(count) === '1' ? 0 : 1]}`.trim()
  return `${count}${word[locale]}`
}

/** Untrusted words made fit for one line: no control characters, links or long digit runs, at most 40 characters. */
export function printable(text: string | undefined): string | undefined {
  const clean = text
    ?.replace(/https?:\/\/\S+/gi, '')
    .replace(/\d{7,}/g, '')
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim()
  return clean ? clean.slice(0, 40) : undefined
}
