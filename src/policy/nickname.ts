import { normalise } from '../intents/index.ts'
import { type Card, priceOf } from './card.ts'
import type { Mention } from './catalogue.ts'
import { formsOf, type Localised } from './localised.ts'

/**
 * Which product a shopper means who gives no name: 刚才那个, 第二款, 59的那件, 藏青色的那个. `spoken` are the ids of the products spoken of, in the order in which they
 * came, `current` the one that is spoken of now. What could mean two products means none.
 */
export type NicknameReader = (text: string, spoken: readonly string[], current?: string) => Mention | undefined

const EARLIER =
  /(?:刚才|刚刚|前面|之前|上面)(?:说的|问的|看的|发的|的)?那一?[个款件双种条]|上一[个款件双种条]|\b(?:previous|other|earlier) (?:one|item)\b|\bthe one (?:before|from before)\b|아까 (?:그거|그 상품|말한 거|본 거)/
const ORDINAL = /第([一二三1-3])[个款件双种条]|\b(first|second|third) (?:one|item)\b|(첫|두|세) ?번째 (?:거|것|상품)/
const NTH: Readonly<Record<string, number>> = {
  ...{ 一: 0, 二: 1, 三: 2, 1: 0, 2: 1, 3: 2 },
  ...{ first: 0, second: 1, third: 2, 첫: 0, 두: 1, 세: 2 },
}
/** A figure that stands for goods: what they cost or what their title says (1520的). */
const FIGURE =
  /(?<![\d.])(\d{2,5}(?:\.\d)?)(?:块钱?|元)?(?:的?那一?[个款件双种条]|的(?=$|[呢吗嘛吧怎有是还能可，,。?？]))|\bthe [¥$₩]?(\d{2,5}(?:\.\d)?)(?: ?(?:yuan|won))? one\b|(\d{2,6})원 ?짜리/
/** What follows a colour or a flavour that stands for goods. */
const AFTER_TRAIT = /的?那一?[个款件双种条]|的(?=$|[呢吗嘛吧，,。?？])| one\b| ?(?:그거|그 상품)/g

export function createNicknameReader(cardOf: (id: string) => Card | undefined): NicknameReader {
  return (said, spoken, current) => {
    if (spoken.length < 2) return undefined
    const { text, at } = normalise(said)
    const mention = (id: string | undefined, start: number, length: number) =>
      id === undefined ? undefined : { id, start: at[start]!, end: at[start + length]! }

    const earlier = EARLIER.exec(text)
    if (earlier)
      return mention(
        spoken.findLast((id) => id !== current),
        earlier.index,
        earlier[0].length,
      )
    const nth = ORDINAL.exec(text)
    if (nth) return mention(spoken[NTH[nth[1] ?? nth[2] ?? nth[3]!]!], nth.index, nth[0].length)

    const cards = spoken.flatMap((id) => cardOf(id) ?? [])
    const figure = FIGURE.exec(text)
    if (figure) {
      const written = figure[1] ?? figure[2] ?? figure[3]!
      return mention(
        onlyOne(cards, (card) => bears(card, written)),
        figure.index,
        figure[0].length,
      )
    }
    for (const after of text.matchAll(AFTER_TRAIT)) {
      const before = text.slice(0, after.index)
      const fits = (card: Card) => comesIn(card, before)
      // first of all a colour of what is being spoken of
      if (cards.some((card) => card.id === current && fits(card))) return undefined
      const meant = onlyOne(cards, fits)
      if (meant) return mention(meant, after.index, after[0].length)
    }
    return undefined
  }
}

function onlyOne(cards: readonly Card[], fits: (card: Card) => boolean): string | undefined {
  const meant = cards.filter(fits)
  return meant.length === 1 ? meant[0]!.id : undefined
}

function bears(card: Card, figure: string): boolean {
  if (priceOf(card) === Number(figure) || card.price === Number(figure)) return true
  const whole = new RegExp(`(?<![\\d.])${figure.replace('.', '\\.')}(?![\\d.])`)
  return [card.title, card.shortName, card.attributes.spec].some(
    (words) => words && formsOf(words).some((form) => whole.test(form)),
  )
}

/** True when the words end with a colour or a flavour that the product comes in; 色 and 味 may be left out. */
function comesIn({ variants }: Card, words: string): boolean {
  const ends = (named: Localised | undefined) =>
    named !== undefined &&
    formsOf(named).some((form) => {
      const plain = normalise(form).text
      const short = plain.replace(/[色味]$/, '')
      return words.endsWith(plain) || (short !== '' && words.endsWith(short))
    })
  return variants.some(({ colour, flavour }) => ends(colour) || ends(flavour))
}
