import type { Locale } from '../protocol/index.ts'

const END = /[。！？!?.…~～]$/
const LOOSE_END = /[，,、；;\s]+$/
const STOP: Readonly<Record<Locale, string>> = { zh: '。', en: '. ', ko: '. ' }

/** Two short replies as one text, each a sentence of its own. */
export function joined(first: string, second: string, locale: Locale): string {
  const head = first.replace(LOOSE_END, '')
  if (!END.test(head)) return `${head}${STOP[locale]}${second}`
  return locale === 'zh' ? `${head}${second}` : `${head} ${second}`
}

/** More sentences than this are no two replies in one. */
const CUTS = 4

/** The ways to take a text for two replies in one: cut in two after each of its sentences. */
export function cuts(text: string): (readonly [first: string, second: string])[] {
  const pairs: (readonly [string, string])[] = []
  for (const { 0: mark, index } of text.matchAll(/[。！？!?…~～]|\.(?=\s)/g)) {
    const second = text.slice(index + mark.length).trim()
    if (second !== '') pairs.push([text.slice(0, index).trim(), second])
  }
  return pairs.length <= CUTS ? pairs : []
}
