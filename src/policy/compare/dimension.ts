import type { Locale } from '../../protocol/index.ts'
import type { Line } from '../localised.ts'
import type { Asked, Finding, Matter, Question, Reading } from './asked.ts'
import { type CardLine, type Field, lineOf } from './field.ts'
import { type Polarity, saidOf } from './polarity.ts'

/**
 * One thing that may be so or not. `asked` is how a question names it, `yes` how a card does (the same when absent), `no` a card's words that exclude it
 * without naming it. A trait without `yes` that a card never names stays unknown.
 */
export interface Trait {
  readonly says: Line
  readonly asked: RegExp
  readonly yes?: RegExp
  readonly no?: RegExp
}

/** Traits of one matter and the lines of a card that speak of it, the most telling first. */
export interface Dimension {
  readonly matter: string
  readonly fields: readonly Field[]
  /** Of exclusive traits a card that names one denies those it does not name. */
  readonly exclusive?: boolean
  /** Its line is a list that may leave things out: who asks whether something is in it is not told no. */
  readonly list?: boolean
  /** Asked about only when the question names nothing else. */
  readonly weak?: boolean
  /** The line to show where the card does not answer. */
  readonly about?: Field
  readonly traits: readonly Trait[]
}

/** A name in the three languages. */
export function named(zh: string, en: string, ko: string): Line {
  return { zh, en, ko }
}

export function matterOf(dimension: Dimension): Matter {
  return (question) => dimension.traits.flatMap((trait) => askedOf(dimension, trait, question))
}

function askedOf(dimension: Dimension, trait: Trait, { text, part }: Question): Asked[] {
  const hit = trait.asked.exec(text)
  if (!hit) return []
  const judge = (reading: Reading) =>
    judgeTrait(dimension, trait, reading, dimension.exclusive === true && !(dimension.list && part))
  return [
    { matter: dimension.matter, at: hit.index + hit[0].length, says: trait.says, weak: dimension.weak ?? false, judge },
  ]
}

function judgeTrait(dimension: Dimension, trait: Trait, { card, locale }: Reading, exclusive: boolean): Finding {
  for (const field of dimension.fields) {
    const line = lineOf(card, field, locale)
    if (!line) continue
    const polarity = polarityOf(trait, line)
    if (polarity) return { state: polarity, field, shown: wordsOf(dimension, line, locale) }
    const excludes = exclusive && dimension.traits.some((other) => polarityOf(other, line) === 'yes')
    if (excludes) return { state: 'no', field, shown: wordsOf(dimension, line, locale) }
  }
  const about = dimension.about ?? (dimension.exclusive ? dimension.fields[0] : undefined)
  // a title that does not speak of the matter is no line on it
  const line = about === undefined || about === 'title' ? undefined : lineOf(card, about, locale)
  return { state: 'unknown', field: line?.field, shown: line?.shown }
}

/** The line as it stands; of a title, which says many things at once, only what it says of this matter. */
function wordsOf({ traits }: Dimension, line: CardLine, locale: Locale): string | undefined {
  if (line.field !== 'title' || line.shown === undefined) return line.shown
  const said = traits.filter((trait) => polarityOf(trait, line) === 'yes').map(({ says }) => says[locale])
  return said.length === 0 ? line.shown : said.join(locale === 'zh' ? '、' : ', ')
}

/** Lines that give data: what one language's form says holds where another is silent. Praise is taken by the words that will be shown. */
const DATA: ReadonlySet<Field> = new Set<Field>(['material', 'ingredients', 'season', 'care', 'title', 'safety'])

function polarityOf({ asked, yes = asked, no }: Trait, { field, forms, shown }: CardLine): Polarity {
  for (const form of DATA.has(field) || shown === undefined ? forms : forms.slice(0, 1)) {
    if (no?.test(form)) return 'no'
    const said = saidOf(yes, form)
    if (said) return said
  }
  return undefined
}
