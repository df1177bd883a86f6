import { extract, remember } from '../../intents/index.ts'
import type { Entity } from '../../protocol/index.ts'
import { clauseOf, languagesOf } from './clause.ts'
import { isAbout } from './denied-words.ts'
import type { Statement } from './statement.ts'

const REMEMBERED = 1024

/** The slot values of a line in the matching form. */
export const entitiesIn: (text: string) => Entity[] = remember((text) => {
  const [locale = 'zh'] = languagesOf(text)
  return extract(text, { locale })
}, REMEMBERED)

const RESTRICTING: ReadonlySet<string> = new Set([
  'colour',
  'size',
  'flavour',
  'region',
  'quantity',
  'mass',
  'product_ref',
])
const CAUSE =
  /非质量|质量|拆|洗|吊牌|用过|穿过|定制|特价|专票|普票|不喜欢|个人原因|无理由|人为|偏远|顺丰|礼盒|散装|大[号瓶包]|小[号瓶包]|中号|quality|fault|change of mind|불량|단순 ?변심/g
/** Goods that go back, and why. */
export const RETURNED =
  /退|换|寄回|来回|往返|[错漏坏破]|return|exchange|\bback\b|mistake|fault|반품|교환|왕복|실수|불량/
/** A price is that of a piece or a pack. */
const PACK = /单[个件]|一[个件斤包盒双条套袋瓶]/g

/** What the words around a statement restrict it to: a colour, a size, a region, a cause. */
function scopeOf(text: string, stated: Statement): ReadonlySet<string> {
  // who pays depends on the cause, and that is told before
  const around = stated.topic === 'return_postage' ? text : clauseOf(text, stated)
  const own = entitiesIn(text).filter(
    ({ slot, text: written }) => slot !== stated.topic && RESTRICTING.has(slot) && around.includes(written),
  )
  const back = stated.topic === 'return_postage' && RETURNED.test(text) ? ['back'] : []
  const pack = stated.topic === 'price' ? (around.match(PACK) ?? []) : []
  return new Set([
    ...own.map(({ slot, value }) => `${slot} ${value}`),
    ...(around.match(CAUSE) ?? []),
    ...back,
    ...pack,
  ])
}

/** True when two statements, each in its line, are about the same thing: all that the later one is restricted to restricted the earlier one too. */
export function isSameMatter(text: string, now: Statement, line: string, before: Statement): boolean {
  if (now.topic === 'word') {
    return before.promise !== undefined && (now.about === undefined || isAbout(now.about, line, before))
  }
  // a deed refused by its verb may have been promised by the name of an act
  if (now.deed === undefined ? now.topic !== before.topic : !isSameDeed(now.deed, before.deed)) return false
  if (now.object !== undefined && !line.includes(now.object)) return false
  return scopeOf(text, now).isSubsetOf(scopeOf(line, before))
}

/** A verb is looked for among the first letters of what was promised, a word of more letters anywhere, or its first letter as the verb. */
const VERB = 4

function isSameDeed(refused: string, promised = ''): boolean {
  if (refused.length === 1) return promised.slice(0, VERB).includes(refused)
  return promised.includes(refused) || (refused.length === 2 && promised[0] === refused[0])
}
