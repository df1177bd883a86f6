import { placesOf, slip } from './places.ts'
import type { Draw } from './seeded.ts'

type Slip = (text: string, draw: Draw) => string | undefined

const FIRST = 0xac00
/** Jamo by their number within a syllable: vowels that sound alike (ㅐ/ㅔ, ㅙ/ㅚ/ㅞ), finals of which one consonant is not heard (ㅆ, ㄶ, ㅀ). */
const VOWEL: Readonly<Record<number, number>> = { 1: 5, 5: 1, 10: 11, 11: 10, 15: 10 }
const FINAL: Readonly<Record<number, number>> = { 20: 19, 6: 4, 15: 8 }

/** 배송 -> 베송, 안 돼요 -> 안 되요, 있어요 -> 잇어요. */
export const soundAlike: Slip = (text, draw) =>
  slip(
    text,
    placesOf(text, /[\uac00-\ud7a3]/g, (syllable) => {
      const code = syllable.charCodeAt(0) - FIRST
      const final = code % 28
      const vowel = Math.floor(code / 28) % 21
      const by = FINAL[final] === undefined ? ((VOWEL[vowel] ?? vowel) - vowel) * 28 : FINAL[final] - final
      return by === 0 ? undefined : String.fromCharCode(FIRST + code + by)
    }),
    draw,
  )

/** 배송비 얼마예요 -> 배송비얼마예요. */
export const joined: Slip = (text, draw) =>
  slip(
    text,
    placesOf(text, /(?<=[\uac00-\ud7a3]) (?=[\uac00-\ud7a3])/g, () => ''),
    draw,
  )
