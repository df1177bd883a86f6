import type { Asked, Matter, Reading } from './asked.ts'
import { type Field, lineOf } from './field.ts'
import { saidOf } from './polarity.ts'

/** What frames a question and names nothing. */
export const FRAME =
  /是不是|有没有|会不会|能不能|可不可以|是否|请问|你们|你家|这款|这个|这种|这件|那个|这|亲|它|里面|真的|一下|直接|可以|应该|都|也|就|还|能|会|是|有|带|含|很|不|没|的|了|吗|吧|呢|么|嘛|啊|呀|用|穿|吃|喝|容易|[,~]/g
const LINES: readonly Field[] = [
  'feature',
  'advantage',
  'benefit',
  'usage',
  'package',
  'safety',
  'ingredients',
  'suits',
  'taste',
  'title',
]
const SHORT = 2
const LONG = 5

/** What no table knows: the very words asked about, when the card has them. Chinese only, where words stand unchanged in a sentence. */
export const literal: Matter = ({ text }, reading) => {
  const words = text
    .replace(FRAME, ' ')
    .split(' ')
    .filter((word) => word.length >= SHORT && word.length <= LONG)
  const [word] = words
  if (words.length !== 1 || word === undefined || !/^[\u3400-\u9fff]+$/.test(word)) return []
  if (judge(reading, word).state === 'unknown') return []
  const says = { zh: word, en: word, ko: word }
  return [{ matter: 'words', at: text.indexOf(word) + word.length, says, judge: (one: Reading) => judge(one, word) }]
}

function judge({ card, locale }: Reading, word: string): ReturnType<Asked['judge']> {
  for (const field of LINES) {
    const line = lineOf(card, field, locale)
    const form = line?.forms[0]
    const said = form === undefined ? undefined : (saidOf(new RegExp(word), form) ?? saidApart(word, form))
    if (said) return { state: said, field, shown: line?.shown }
  }
  return { state: 'unknown' }
}

/** 滤网可拆 of 可拆滤网: both halves in one line, said or denied together. */
function saidApart(word: string, form: string): 'yes' | 'no' | undefined {
  if (word.length !== 4) return undefined
  const said = saidOf(new RegExp(word.slice(2)), form)
  return said === saidOf(new RegExp(word.slice(0, 2)), form) ? said : undefined
}
