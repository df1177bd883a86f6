import { cue } from './cues.ts'
import { add, matches, RANK, type Reading } from './reading.ts'

/** Colours of one character, which are part of other words as often: they count beside a size or a number, in a choice, or when asked for. */
const SHORT: Readonly<Record<string, string>> = {
  黑: 'black',
  白: 'white',
  灰: 'grey',
  红: 'red',
  粉: 'pink',
  蓝: 'blue',
  绿: 'green',
  黄: 'yellow',
  紫: 'purple',
  棕: 'brown',
  橙: 'orange',
  杏: 'beige',
}
const C = `[${Object.keys(SHORT).join('')}]`
const NUMERAL = '[\\d一二两三四五六七八九十]'
/** No word goes on before the colour: the text begins, or a size, a number, a verb of choice or a conjunction stands there. */
const FREE = `(?<=^|[^\\u4e00-\\u9fa5a-z]|[要换拍发选买是成和跟或件个条双码号各来还有]|[sml](?:码|号)?|${NUMERAL}[件个条双套]?)`
/** Right before a size: "白L黑XL", "黑40码". */
const BEFORE_SIZE = new RegExp(`${FREE}${C}(?=\\s?(?:[2-9]?x{0,2}[sml](?![a-z\\d])|\\d{2,3}码))`, 'g')
/** Right behind a size: "L白 两件". */
const AFTER_SIZE = new RegExp(`(?<=(?<![a-z])[2-9]?x{0,2}[sml]码?\\s?|\\d码\\s?)${C}(?=[各,、。\\s\\d一两二三]|$)`, 'g')
/** "一黑一白", "2黑1白". */
const COUNTED = new RegExp(`${NUMERAL}(${C})${NUMERAL}(${C})(?=[,。!?\\s吧的呢]|一?共|总共|$)`, 'g')
/** "黑和白哪个好看", "要黑还是白". */
const CHOICE = new RegExp(`${FREE}(${C})(?:还是|和|跟|或者?|、)(${C})(?=[,。!?\\s吧的呢哪都各两好显更]|$)`, 'g')
/** The whole answer to "which colour?". */
const ANSWER = new RegExp(
  `^(?:那?就?|我?要|选|拿|发|来)*(${C})(?:色?的?)?(?:吧|呗|哈|呢|啦|嘛|就行|好了|可以|谢谢|[,。!~])*$`,
)
/** "换白吧", "没有的话就黑吧" */
const CHOSEN = new RegExp(`(?:就|要|换成?|改成?|拿|选)(${C})(?=吧|呗|好了|就行|行[吗不]|可以|[,。!]|$)`, 'g')
const CUE = cue(Object.keys(SHORT).join(''))

/** Colours of one character: 白L黑XL各一件, 黑和白哪个好看, and a bare 黑 as an answer. */
export function readShortColour(reading: Reading): void {
  const { text, cues, options } = reading
  if (!(cues & CUE)) return
  for (const pattern of [BEFORE_SIZE, AFTER_SIZE]) {
    for (const found of matches(pattern, text)) push(reading, found.index)
  }
  for (const pattern of [COUNTED, CHOICE]) {
    for (const found of matches(pattern, text)) {
      push(reading, found.index + found[0].indexOf(found[1]!))
      push(reading, found.index + found[0].length - 1)
    }
  }
  for (const found of matches(CHOSEN, text)) push(reading, found.index + found[0].length - 1)
  if (options.expects?.includes('colour')) {
    const answer = ANSWER.exec(text)
    if (answer) push(reading, text.indexOf(answer[1]!))
  }
}

function push(reading: Reading, at: number): void {
  add(reading, 'colour', at, at + 1, SHORT[reading.text[at]!]!, RANK.bare)
}
