import { Converter } from 'opencc-js/cn2t'
import { HOMOPHONES } from './homophones.ts'
import { INITIALS } from './initials.ts'
import { placesOf, slip } from './places.ts'
import type { Draw } from './seeded.ts'

type Slip = (text: string, draw: Draw) => string | undefined

/** 在吗 -> 再吗. */
export const homophone: Slip = (text, draw) =>
  slip(
    text,
    placesOf(text, /\p{Script=Han}/gu, (written) => {
      const others = HOMOPHONES.get(written)
      return others && draw.pick(others)
    }),
    draw,
  )

/** Left out where the sentence stands without it; 了解, 受不了 and 目的 are words of their own. */
const PARTICLE = /(?<=[\u3400-\u9fff])(?:(?<!目)的(?!确)|(?<!不)了(?!解)|吗|呢(?!子|绒)|啊|呀|吧|哦|嘛)/g

/** 发货了吗 -> 发货吗. */
export const particle: Slip = (text, draw) =>
  slip(
    text,
    placesOf(text, PARTICLE, () => ''),
    draw,
  )

const SHORTENED = new RegExp(Object.keys(INITIALS).join('|'), 'g')

/** 便宜点 -> py点. */
export const initials: Slip = (text, draw) =>
  slip(
    text,
    placesOf(text, SHORTENED, (word) => INITIALS[word]),
    draw,
  )

let unfolded: ReturnType<typeof Converter> | undefined

/** The dictionary takes 45 MB when it is unfolded: not in a server that only passes by this module. */
function toTraditional(text: string): string {
  unfolded ??= Converter({ from: 'cn', to: 'tw' })
  return unfolded(text)
}

/** The whole message in traditional characters, as written in Taiwan. */
export const traditional: Slip = (text) => toTraditional(text)

/** 发什么快递 -> 发什么 快递. */
export const spaces: Slip = (text, draw) =>
  slip(
    text,
    placesOf(text, /\p{Script=Han}(?=\p{Script=Han})/gu, (written) => `${written} `),
    draw,
  )

/** Letters, digits and marks of a keyboard left in full width: XL -> ＸＬ. */
export const fullWidth: Slip = (text) =>
  text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0))
