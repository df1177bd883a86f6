import { type Card, priceOf } from '../card.ts'
import { type Localised, say, sayAll } from '../localised.ts'
import { toFen } from '../money.ts'
import type { Fact } from './fact.ts'
import { grantedHere } from './granted.ts'
import type { Knowledge } from './knowledge.ts'
import { fact, type Resolver, type Resolvers, state, yesNo } from './resolver.ts'
import { matchesWords } from './variants.ts'

function known(know: Knowledge, localised: Localised | undefined): Fact | undefined {
  return fact('product', say(localised, know.locale), undefined, undefined, know.card?.asOf)
}

function attribute(name: keyof Card['attributes']): Resolver {
  return (know) => known(know, know.card?.attributes[name])
}

/** A product as it is named in a sentence. */
export function nameOf(card: Card, know: Knowledge): string | undefined {
  return say(card.shortName, know.locale) ?? say(card.title, know.locale)
}

/** Prices of the variants asked for, in fen, without repeats. */
export function pricesFen(know: Knowledge): number[] {
  const { card } = know
  if (!card) return []
  const variants = know.chosen.missing ? card.variants : know.chosen.variants
  const prices = variants.length === 0 ? [priceOf(card)] : variants.map((variant) => priceOf(card, variant))
  return [...new Set(prices.map(toFen))].sort((a, b) => a - b)
}

/** None beside a price that was granted (F8). */
function price(know: Knowledge): Fact | undefined {
  if (grantedHere(know)) return undefined
  const [from, ...more] = pricesFen(know)
  if (from === undefined) return undefined
  const text = know.money(from)
  const open = { zh: `${text}起`, en: `from ${text}`, ko: `${text}부터` }[know.locale]
  return fact('product', more.length > 0 ? open : text, from / 100, undefined, know.pricedAt)
}

/** The colours, sizes or flavours that can be bought now; all that are made when nothing is left. */
function options(trait: 'colour' | 'size' | 'flavour'): Resolver {
  return (know) => {
    const made = (know.card?.variants ?? []).filter((variant) => variant[trait] !== undefined)
    const left = made.filter((variant) => know.stockOf(variant) !== 0)
    const words = (left.length > 0 ? left : made).map((variant) => variant[trait]!)
    return fact('product', sayAll(words, know.locale))
  }
}

function fitBias(know: Knowledge): Fact | undefined {
  const bias = know.card?.sizeChart?.bias
  if (bias === undefined) return undefined
  const half = Math.abs(bias) < 1
  const { zh, en, ko } =
    bias > 0 ? { zh: '偏大', en: 'runs large', ko: '크게' } : { zh: '偏小', en: 'runs small', ko: '작게' }
  if (bias === 0) return fact('product', { zh: '尺码标准', en: 'fits true to size', ko: '정사이즈' }[know.locale], bias)
  const text = {
    zh: `${zh}${half ? '半' : '一'}码`,
    en: `${en} by ${half ? 'half a size' : 'one size'}`,
    ko: `${half ? '반' : '한'} 사이즈 ${ko} 나온 편`,
  }
  return fact('product', text[know.locale], bias)
}

/** Dark pieces may lose colour in the first washes (R11): the colour asked for, else any colour it comes in. */
function dark(know: Knowledge): Fact | undefined {
  const { card } = know
  if (!card || (card.category !== 'clothing' && card.category !== 'kids')) return undefined
  const asked = know.said('colour')
  return yesNo('product', asked ? card.dark.some((colour) => matchesWords(colour, asked)) : card.dark.length > 0)
}

/** The first companion that can be bought, as the card orders them (C33). */
function companion(know: Knowledge): { card: Card; why: Localised } | undefined {
  return know.once('companion', () => {
    for (const { id, why } of know.card?.companions ?? []) {
      const card = know.input.catalogue.get(id)
      if (card && know.available(card)) return { card, why }
    }
    return undefined
  })
}

export const PRODUCT: Resolvers = {
  'product.name': (know) => fact('product', know.card && nameOf(know.card, know)),
  'product.price': price,
  'product.material': attribute('material'),
  'product.ingredients': attribute('ingredients'),
  'product.care': (know) => known(know, know.card?.care),
  'product.season': attribute('season'),
  'product.thickness': attribute('thickness'),
  'product.spec': attribute('spec'),
  'product.shelf_life': attribute('shelfLife'),
  'product.batch': attribute('batch'),
  'product.storage': attribute('storage'),
  'product.origin': attribute('origin'),
  'product.brand': attribute('brand'),
  'product.taste': attribute('taste'),
  'product.usage': attribute('usage'),
  'product.suits': attribute('suits'),
  'product.safety': attribute('safety'),
  'product.package': attribute('package'),
  'product.feature': attribute('feature'),
  'product.advantage': attribute('advantage'),
  'product.benefit': attribute('benefit'),
  'product.flaw': (know) => fact('product', sayAll(know.card?.flaws, know.locale)),
  'product.fit_bias': fitBias,
  'product.colour_note': attribute('colourNote'),
  'product.colours': options('colour'),
  'product.sizes': options('size'),
  'product.flavours': options('flavour'),
  'product.companion': (know) => {
    const found = companion(know)
    return fact('product', found && nameOf(found.card, know), found?.card.id)
  },
  'product.companion_why': (know) => known(know, companion(know)?.why),
  'product.restock': (know) => known(know, know.card?.restock),
  'product.category': (know) => state('product', know.card?.category),
  'product.dark': dark,
  'photo.state': (know) => yesNo('product', know.card?.photosReal),
}
