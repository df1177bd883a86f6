import { normalise } from '../../intents/index.ts'
import type { Variant } from '../card.ts'
import { formsOf, type Line, say } from '../localised.ts'
import type { Asked, Finding, Matter, Reading } from './asked.ts'
import { type Field, lineOf } from './field.ts'

type Trait = 'colour' | 'flavour'
const FIELD: Readonly<Record<Trait, Field>> = { colour: 'colours', flavour: 'flavours' }

const FLAVOUR =
  /([\u3400-\u9fff]{1,4})味(?!道|重|大|吗|浓|精)|([a-z]+(?: and [a-z]+)?)[ -]flavou?r(?:ed)?|([가-힣]+) ?맛(?!있|이에|은|이 |집)/g
const NO_FLAVOUR = /[口风气异怪美有无没啥香臭原一种入这那]$/
const COLOURS =
  /((?:[深浅米藏酒杏粉卡咖湖墨军]?[白黑灰红黄蓝绿紫粉棕橙青金银褐驼]|杏|米|藏青|卡其|咖啡|鹅黄|雾霾蓝|牛仔蓝))色(?!差)|雾霾蓝|牛仔蓝|\b((?:off-)?white|black|gr[ea]y|red|navy|blue|green|pink|yellow|beige|brown|purple|burgundy|orange)\b|(화이트|블랙|그레이|레드|네이비|핑크|옐로우|베이지|브라운|버건디|블루|그린|하늘색|흰색|검은색|검정|빨간색|노란색)/

/** The colours and flavours it comes in. */
export const choices: Matter = ({ text }, reading) => [...flavours(text, reading), ...colours(text, reading)]

function flavours(text: string, reading: Reading): Asked[] {
  const named = namesOf(reading, 'flavour').filter((name) => name.length > 1 && text.includes(bare(name)))
  const other = [...text.matchAll(FLAVOUR)]
    .map((hit) => (hit[1] ?? hit[2] ?? hit[3])!.replace(/^.*[有是的要]/, ''))
    .filter((word) => (word === '原' || !NO_FLAVOUR.test(word)) && !named.some((name) => name.includes(word)))
  const asked = [...named.map(bare), ...other]
  // "is it spicy" asks for heat, whether or not a flavour is called just that
  const hot = named.every((name) => name === 'spicy') ? /辣(?!椒)|\b(?:spicy|hot)\b|매(?:운|워|콤|나)/.exec(text) : null
  return [...new Set(hot ? ['辣'] : asked)]
    .filter((name) => name !== '')
    .map((name) => askedOf('flavour', name, text, hot !== null))
}

function colours(text: string, reading: Reading): Asked[] {
  const named = namesOf(reading, 'colour').filter((name) => name.length > 1 && text.includes(name))
  if (named.length > 0) return named.map((name) => askedOf('colour', name, text, false))
  const hit = COLOURS.exec(text)
  const word = hit?.[1] ?? hit?.[2] ?? hit?.[3] ?? hit?.[0]
  return word === undefined ? [] : [askedOf('colour', word, text, false)]
}

const HOT = /辣|spicy|매운|마라/

function askedOf(trait: Trait, name: string, text: string, hot: boolean): Asked {
  const says: Line = hot ? { zh: '辣味', en: 'spicy', ko: '매운맛' } : { zh: name, en: name, ko: name }
  const fits = hot ? (form: string) => HOT.test(form) : (form: string) => matches(form, name)
  const at = hot ? text.search(/辣|spicy|hot|매/) + 1 : text.indexOf(name) + name.length
  return { matter: trait, at, says, judge: (reading) => isMade(reading, trait, fits, hot) }
}

/** What is sold out is not offered; what is not made is denied with what is. */
function isMade(reading: Reading, trait: Trait, fits: (form: string) => boolean, whole: boolean): Finding {
  const { card, stockOf } = reading
  const made = card.variants.filter((variant) => variant[trait] !== undefined)
  const field = FIELD[trait]
  if (made.length === 0) return trait === 'flavour' && whole ? byTaste(reading) : { state: 'unknown' }
  const left = made.filter((variant) => stockOf(variant) !== 0)
  const fitting = made.filter((variant) => formsOf(variant[trait]!).some((form) => fits(normalise(form).text)))
  if (fitting.length > 0 && !fitting.some((variant) => stockOf(variant) !== 0)) return { state: 'unknown', field }
  const shown = listed(left.length > 0 ? left : made, trait, reading)
  // that no flavour is called hot does not say that none is
  if (fitting.length === 0) return { state: whole ? 'unknown' : 'no', field, shown }
  const all = fitting.length === made.length
  return {
    state: all || !whole ? 'yes' : 'some',
    field,
    shown: whole && !all ? listed(fitting, trait, reading) : shown,
  }
}

function byTaste({ card, locale }: Reading): Finding {
  const line = lineOf(card, 'taste', locale)
  return {
    state: line?.forms.some((form) => HOT.test(form) && !/不辣/.test(form)) ? 'yes' : 'unknown',
    field: 'taste',
    shown: line?.shown,
  }
}

function listed(variants: readonly Variant[], trait: Trait, { locale }: Reading): string | undefined {
  const names = new Set(variants.flatMap((variant) => say(variant[trait], locale) ?? []))
  return names.size === 0 ? undefined : [...names].join(locale === 'zh' ? '、' : ', ')
}

function namesOf({ card }: Reading, trait: Trait): string[] {
  const names = card.variants.flatMap((variant) => (variant[trait] === undefined ? [] : formsOf(variant[trait])))
  return [...new Set(names.map((name) => normalise(name).text))]
}

const bare = (name: string) => name.replace(/(?<=.)[色味맛]$/, '')

function matches(form: string, name: string): boolean {
  const [own, asked] = [bare(form), bare(name)]
  if (own === asked) return true
  // 蓝 asks for any blue; "blue" for no light-blue
  return (
    /[\u3400-\u9fff\uac00-\ud7af]/.test(asked) && (own.includes(asked) || (asked.length > 1 && asked.includes(own)))
  )
}
