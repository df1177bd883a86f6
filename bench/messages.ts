import { createRandom } from './random.ts'

const ENDINGS = ['', '', '', '呢', '呀', '啊', '？', '~', '…', ' 谢谢', ' 在吗', '哈', '！']
const OPENINGS = ['', '', '', '', '你好 ', '亲 ', '那个', '请问', '老板 ', '我想问下']

/** A seeded stream of shopper messages, drawn from our own utterances and lightly varied, so that no two runs of a text are answered by a cache. */
export function makeMessages(count: number, utterances: readonly { readonly text: string }[], seed = 2): string[] {
  const random = createRandom(seed)
  return Array.from({ length: count }, () => {
    const text = random.pick(utterances).text
    const figure = random.next() < 0.1 ? ` ${Math.floor(100 + random.next() * 90)}` : ''
    return `${random.pick(OPENINGS)}${text}${figure}${random.pick(ENDINGS)}`
  })
}
