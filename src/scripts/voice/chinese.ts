import type { Voice } from '../../policy/index.ts'

/** A clause ends where neither letter nor number follows: at a mark, a smile, the end. A particle at its beginning is an interjection (哦，明白了). */
const END = '(?![\\p{L}\\p{N}\\u{F0000}-\\u{F0FFF}])'
const AFTER_WORDS = '(?<=[\\p{L}\\p{N}\\u{F0000}-\\u{F0FFF}])'
/** 哈哈, 哎呀 and the like are words. */
const NO_LAUGH = '(?<![哈哎嗳唉诶呀哟噢喔哦])'
const SOFTENER = new RegExp(`${AFTER_WORDS}${NO_LAUGH}[哦喔噢哟哈呀]${END}`, 'gu')
const DONE = new RegExp(`${AFTER_WORDS}啦${END}`, 'gu')
const NE = new RegExp(`([\\p{L}\\p{N}\\u{F0000}-\\u{F0FFF}]+)呢${END}`, 'gu')
/** With one of these words it is a question without 呢, too … */
const ASKS = /什么|哪|几|多[少高重大长久宽]|怎|谁|还是|有没有|是不是|要不要|能不能|可不可以/
/** … and with one of these it goes on; 颜色呢 is nothing without it. */
const GOES_ON = /[正还]在|着$|(?:是|可以|有|能|好|会)的$/
const LAST = /^[^\p{L}\p{N}\u{F0000}-\u{F0FFF}]*$/u
const WE = /咱们|咱/g

/** Chinese in the store's voice: its particles, and 我们 where it is formal. */
export function chineseVoice(text: string, { particles, formality }: Voice): string {
  let said = formality === 'formal' ? text.replace(WE, '我们') : text
  if (!particles) return said
  const listed = new Set<string>(particles)
  const first = particles.find((one) => one !== '啦' && one !== '呢') ?? ''
  said = said.replace(SOFTENER, (one) => {
    if (listed.has(one)) return one
    // 呀 also asks and wonders, where another softener would not do
    return one === '呀' ? '' : first
  })
  if (!listed.has('啦')) said = said.replace(DONE, '了')
  if (!listed.has('呢'))
    said = said.replace(NE, (whole, clause: string, at: number, all: string) => {
      // a text that ends in a question still is one
      if (ASKS.test(clause)) return LAST.test(all.slice(at + whole.length)) ? `${clause}？` : clause
      return GOES_ON.test(clause) ? clause : whole
    })
  return said
}

const ANY_PARTICLE = new RegExp(`[哦喔噢哟哈呀呢]${END}`, 'gu')
const LAST_ASKED = /[？?]+(?=[^\p{L}\p{N}]*$)/u
const ANY_DONE = new RegExp(`啦${END}`, 'gu')

/** What is left in every voice. */
export function plainChinese(text: string): string {
  return text.replace(ANY_DONE, '了').replace(ANY_PARTICLE, '').replace(LAST_ASKED, '').replace(WE, '我们')
}
