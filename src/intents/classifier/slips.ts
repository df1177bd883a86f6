/** What hurried hands leave out in a script: how often any character, and how often those that carry little. */
interface Habit {
  readonly any: number
  readonly light: number
  readonly isLight: RegExp
}

const HAN: Habit = { any: 0.1, light: 0.3, isLight: /[\p{P}啊呀呢吧哦嘛哈的了亲么吗]/u }
/** Korean is often written without its spaces. */
const HANGUL: Habit = { any: 0.02, light: 0.4, isLight: /[\p{P} ]/u }
const LATIN: Habit = { any: 0.03, light: 0.09, isLight: /\p{P}/u }
/** A shorter text is nothing but what it says. */
const SHORTEST = 4

/** The text as a hurried hand leaves it; about one character in ten is missing in Chinese, one in thirty where words have many. */
export function withSlips(normalised: string, random: () => number): string {
  if (normalised.length < SHORTEST) return normalised
  const { any, light, isLight } = habitOf(normalised)
  let out = ''
  for (const character of normalised) if (random() >= (isLight.test(character) ? light : any)) out += character
  return out
}

function habitOf(text: string): Habit {
  if (/[\uac00-\ud7af]/.test(text)) return HANGUL
  return /[\u3400-\u9fff]/.test(text) ? HAN : LATIN
}
