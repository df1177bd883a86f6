import type { Locale } from '../../../protocol/index.ts'
import { fullWidth, homophone, initials, particle, spaces, traditional } from './chinese.ts'
import { joined, soundAlike } from './korean.ts'
import { doubled, dropped, swapped } from './latin.ts'
import { type Draw, seeded } from './seeded.ts'

const EMOJI = ['😂', '😭', '😊', '🙏', '😅', '🥺', '❤️', '👍🏻', '🫶', '🤷‍♀️']
const MARKS = ['???', '!!!!', '...', '~~~']
const CHINESE_MARKS = [...MARKS, '？？？', '！！', '。。。']

/** One at the end, or somewhere a writer pauses: at a blank, or between Chinese characters. */
function emoji(text: string, draw: Draw): string {
  const one = draw.pick(EMOJI)
  const pauses = [...text.matchAll(/(?<=\S)(?= )|(?<=\p{Script=Han})(?=\p{Script=Han})/gu)]
  if (pauses.length === 0 || draw.index(2) === 0) return text + one
  const at = draw.pick(pauses).index
  return text.slice(0, at) + one + text.slice(at)
}

/** The last mark again and again, or marks where there was none. */
function marks(text: string, draw: Draw): string {
  return text.replace(/[.!?~。！？～]*\s*$/, (last) => {
    const mark = last.trim()[0]
    return mark ? mark.repeat(4) : draw.pick(/\p{Script=Han}/u.test(text) ? CHINESE_MARKS : MARKS)
  })
}

/** How people write without care, by language. */
const KINDS = {
  zh: { homophone, particle, initials, traditional, spaces, 'full width': fullWidth, emoji, marks },
  en: { swapped, dropped, doubled, emoji, marks },
  ko: { 'sound alike': soundAlike, joined, emoji, marks },
} as const satisfies Record<Locale, Record<string, (text: string, draw: Draw) => string | undefined>>

/** The kinds of disturbance of a language, in the order of reports. */
export function disturbancesOf(locale: Locale): string[] {
  return Object.keys(KINDS[locale])
}

/**
 * The text with one or two slips of one kind, still easily read by a person; undefined where that kind has no place in it. Text, kind and seed
 * decide: a set gives the same texts whatever its order.
 */
export function disturb(text: string, kind: string, locale: Locale, seed: number): string | undefined {
  const kinds: Readonly<Record<string, (text: string, draw: Draw) => string | undefined>> = KINDS[locale]
  const made = kinds[kind]?.(text, seeded(`${kind}\n${text}`, seed))
  return made === text || made === '' ? undefined : made
}
