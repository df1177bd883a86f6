/** Korean letters apart (ㅂㅣ번) and Latin ones and digits in the place of vowels (ㅋr톡, ㅎH결), as the syllable they spell. Offsets count UTF-16 units. */
const FIRST = 0x1100
const INITIALS = 19
const VOWEL = 0x1161
const VOWELS = 21
const SYLLABLE = 0xac00
/** Vowels by what they look like: ㅏ ㅐ ㅣ ㅣ ㅜ. */
const LOOKALIKE: Readonly<Record<string, number>> = { r: 0, h: 1, l: 20, i: 20, '1': 20, t: 13 }
/** The final consonant of each initial one; 0 = it ends no syllable. */
const FINALS = [1, 2, 4, 7, 0, 8, 16, 17, 0, 19, 20, 21, 22, 0, 23, 24, 25, 26, 27]

/** The syllable spelt from `index` on in the matching form, and how many letters it takes. */
export function spelledSyllable(text: string, index: number): { syllable: string; length: number } | undefined {
  const initial = text.charCodeAt(index) - FIRST
  if (!(initial >= 0 && initial < INITIALS)) return undefined
  const vowel = vowelAt(text, index + 1)
  if (vowel === undefined) return undefined
  const next = text.charCodeAt(index + 2) - FIRST
  const closes = next >= 0 && next < INITIALS && vowelAt(text, index + 3) === undefined ? FINALS[next]! : 0
  const syllable = String.fromCharCode(SYLLABLE + (initial * VOWELS + vowel) * 28 + closes)
  return { syllable, length: closes > 0 ? 3 : 2 }
}

function vowelAt(text: string, index: number): number | undefined {
  const vowel = text.charCodeAt(index) - VOWEL
  if (vowel >= 0 && vowel < VOWELS) return vowel
  return LOOKALIKE[text[index] ?? '']
}
