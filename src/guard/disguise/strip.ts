import { MARK, type Normalised } from '../../intents/index.ts'
import type { Disguise } from './data.ts'
import { GAP, isFiller } from './gap.ts'
import { spelledSyllable } from './hangul.ts'
import type { Unmasked } from './unmasked.ts'

interface Sign {
  readonly written: ReadonlySet<string>
  readonly means: string
  readonly after?: string | undefined
  readonly before?: string | undefined
}

/** Digits and signs among Latin letters, as in wh4tsapp. */
const LEET: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
}

/** Drops what stands between letters, and writes look-alikes as what they look like; undefined when there is neither. */
export function createStrip(disguise: Disguise): (form: Normalised) => Unmasked | undefined {
  const letters = new Map(
    Object.entries(disguise.letters).flatMap(([meant, written]) => [...written].map((one) => [one, meant] as const)),
  )
  const signs = disguise.signs.map(({ sign, ...rest }) => ({ ...rest, written: new Set(sign) }))
  const written = [...letters.keys()].join('').replace(/[\\\]^-]/g, '\\$&')
  const mayHide = new RegExp(`${GAP.source}|[${written}]|[\\d〇][o〇]|[a-z][\\d@$][a-z]|[\\u1100-\\u1112]|\\ud83c`)
  const isPlain = plainLetters([...letters.keys()])
  return (form) =>
    !isAllPlain(form.text, isPlain) && mayHide.test(form.text) ? strip(form, letters, signs, isPlain) : undefined
}

/** By code, the letters that stand for themselves wherever they stand; of most replies that is all. */
function plainLetters(written: readonly string[]): Uint8Array {
  const others = new RegExp(`${GAP.source}|[\\d@$o〇\\u1100-\\u1112\\ud83c]`)
  const isPlain = Uint8Array.from({ length: 0x10000 }, (_, code) => (others.test(String.fromCharCode(code)) ? 0 : 1))
  for (const letter of written) isPlain[letter.charCodeAt(0)] = 0
  return isPlain
}

function isAllPlain(text: string, isPlain: Uint8Array): boolean {
  for (let i = 0; i < text.length; i += 1) if (isPlain[text.charCodeAt(i)] === 0) return false
  return true
}

function strip(
  { original, text, at }: Normalised,
  letters: ReadonlyMap<string, string>,
  signs: readonly Sign[],
  isPlain: Uint8Array,
): Unmasked | undefined {
  let out = ''
  const from: number[] = []
  const to: number[] = []
  let touched = false
  const push = (meant: string, start: number, end: number) => {
    for (let i = 0; i < meant.length; i += 1) {
      from.push(start)
      to.push(end)
    }
    out += meant
  }
  for (let i = 0; i < text.length; ) {
    const letter = text[i]!
    if (isPlain[text.charCodeAt(i)] === 1) {
      push(letter, i, i + 1)
      i += 1
      continue
    }
    const letterInBox = boxed(text.codePointAt(i)!)
    if (text.charCodeAt(i) === BOXES && letterInBox.length === 1) {
      push(letterInBox, i, i + 2)
      touched = true
      i += 2
      continue
    }
    const spelled = spelledSyllable(text, i)
    if (spelled) {
      push(spelled.syllable, i, i + spelled.length)
      touched = true
      i += spelled.length
      continue
    }
    const meant = letter === MARK.emoji ? signed(original, at[i]!, signs, out, text[i + 1]) : letters.get(letter)
    if (meant !== undefined) {
      push(meant, i, i + 1)
      touched = true
      i += 1
    } else if (GAP.test(letter)) {
      let end = i + 1
      while (end < text.length && GAP.test(text[end]!) && !isSign(text, end, original, at, signs)) end += 1
      if (isFiller(text, i, end, out)) touched = true
      else for (let k = i; k < end; k += 1) push(text[k]!, k, k + 1)
      i = end
    } else {
      const spelt = respelt(letter, out, text[i + 1])
      touched ||= spelt !== letter
      push(spelt, i, i + 1)
      i += 1
    }
  }
  return touched ? { text: out, from, to } : undefined
}

/** What an emoji says between its neighbours, if it says anything. */
function signed(original: string, offset: number, signs: readonly Sign[], out: string, next: string | undefined) {
  const emoji = boxed(original.codePointAt(offset)!)
  if (emoji.length === 1 && emoji < '\u0080') return emoji
  return signs.find(
    ({ written, after, before }) =>
      written.has(emoji) &&
      (after === undefined || after.includes(out.at(-1) ?? '\n')) &&
      (before === undefined || before.includes(next ?? '\n')),
  )?.means
}

function isSign(text: string, index: number, original: string, at: readonly number[], signs: readonly Sign[]): boolean {
  if (text[index] !== MARK.emoji) return false
  const emoji = String.fromCodePoint(original.codePointAt(at[index]!)!)
  return signs.some(({ written }) => written.has(emoji))
}

/** The first half of every letter in a box or flag. */
const BOXES = 0xd83c

/** Letters in black boxes and flags (🅰, 🇻) as plain ones. */
function boxed(point: number): string {
  for (const first of [0x1f150, 0x1f170, 0x1f1e6])
    if (point >= first && point < first + 26) return String.fromCharCode(0x61 + point - first)
  return String.fromCodePoint(point)
}

function respelt(letter: string, out: string, next: string | undefined): string {
  const before = out.at(-1) ?? ' '
  const after = next ?? ' '
  if ((letter === 'o' || letter === '〇') && /\d/.test(before) && /[\do%元块折]/.test(after)) return '0'
  return /[a-z]/.test(before) && /[a-z]/.test(after) ? (LEET[letter] ?? letter) : letter
}
