import type { Line } from '../localised.ts'
import { amounts } from './amounts.ts'
import type { Asked, Finding, Matter, Question, Reading } from './asked.ts'
import { brand } from './brand.ts'
import { CARE } from './care.ts'
import { choices } from './choices.ts'
import { CONTENTS } from './contents.ts'
import { CUT } from './cut.ts'
import { matterOf } from './dimension.ts'
import { fading } from './fading.ts'
import { type Field, lineOf } from './field.ts'
import { FRAME, literal } from './literal.ts'
import { material } from './material.ts'
import { origin } from './origin.ts'
import { PACKING } from './packing.ts'
import { questionsOf } from './question.ts'
import { TASTES } from './tastes.ts'
import { USES } from './uses.ts'
import { WEAR } from './wear.ts'
import { WHOM } from './whom.ts'

/**
 * What a card says to a yes-or-no or either-or question: `confirm` and `deny` what was asked, `choose` between several, `unknown` when the card does
 * not say. `shown` are the card's own words; with `unknown` those it has on the same matter.
 */
export interface Comparison {
  readonly verdict: 'confirm' | 'deny' | 'choose' | 'unknown'
  readonly asked: readonly Line[]
  readonly field?: Field | undefined
  readonly shown?: string | undefined
  /** True of a product for which what was asked for holds. */
  readonly holdsFor: (reading: Reading) => boolean
}

const MATTERS: readonly Matter[] = [
  material,
  amounts,
  fading,
  origin,
  brand,
  choices,
  ...[...WEAR, ...CUT, ...CARE, ...CONTENTS, ...TASTES, ...PACKING, ...USES, ...WHOM].map(matterOf),
]

/** The newest question of a text, in matching form, held against a product; undefined when it asks nothing that a card could answer. */
export function compare(words: string, reading: Reading): Comparison | undefined {
  for (const question of questionsOf(words)) {
    const asked = askedIn(question, reading)
    if (asked.length > 0) return resolve(question, asked, reading)
  }
  return undefined
}

/** What the question is about: the last thing it names and what else it names of the same matter. 机洗会掉色吗 asks about the colour. */
function askedIn(question: Question, reading: Reading): Asked[] {
  const found = MATTERS.flatMap((matter) => matter(question, reading))
  const strong = found.filter(({ weak }) => !weak)
  const asked = strong.length > 0 ? strong : found.length > 0 ? found : literal(question, reading)
  const last = asked.reduce<Asked | undefined>((best, one) => (best && best.at >= one.at ? best : one), undefined)
  if (last && asksFurther(question.text.slice(last.at), reading)) return []
  const same = asked.filter(({ matter }) => matter === last?.matter)
  return question.loose && same.length < 2 ? [] : same
}

/** What may follow the thing asked about without being asked about itself. */
const GENERIC =
  /[水洗产味款色季生天面料布度剂对]|材质|成分|小?包装|罐装|袋装|衣服|裤子|鞋子|裙子|牌子|孩子|宝宝|小孩|朋友|东西|皮肤|会员|正常|以上|左右/g

/** 核桃有散装的么 asks about the packing: what stands behind the last thing we know is asked as well, and it is not known. */
function asksFurther(rest: string, { card, locale }: Reading): boolean {
  if (!/[\u3400-\u9fff]/.test(rest)) return false
  const words = rest
    .replace(FRAME, ' ')
    .replace(GENERIC, ' ')
    .split(' ')
    .filter((word) => /[\u3400-\u9fff]{2}/.test(word))
  const title = lineOf(card, 'title', locale)?.forms.join(' ') ?? ''
  return words.some((word) => !title.includes(word))
}

function resolve(question: Question, asked: readonly Asked[], reading: Reading): Comparison {
  const findings = asked.map(({ judge }) => judge(reading))
  const verdict = question.either && asked.length > 1 ? choice(findings) : answer(findings, question.negated)
  const telling =
    findings.find(({ state }) => state === tellingState(verdict, question)) ??
    findings.find(({ shown }) => shown) ??
    findings[0]
  return {
    verdict,
    asked: asked.map(({ says }) => says),
    field: telling?.field,
    shown: telling?.shown,
    holdsFor: (other) => {
      const theirs = asked.map(({ judge }) => judge(other))
      return question.either
        ? theirs.some(({ state }) => state === 'yes')
        : answer(theirs, question.negated) === 'confirm'
    },
  }
}

function choice(findings: readonly Finding[]): Comparison['verdict'] {
  if (findings.some(({ state }) => state === 'yes' || state === 'some')) return 'choose'
  return findings.every(({ state }) => state === 'no') ? 'deny' : 'unknown'
}

/** All that was asked must hold; one thing that does not is enough to deny. */
function answer(findings: readonly Finding[], negated: boolean): Comparison['verdict'] {
  if (findings.some(({ state }) => state === 'some')) return 'choose'
  const isNo = findings.some(({ state }) => state === 'no')
  if (!isNo && findings.some(({ state }) => state === 'unknown')) return 'unknown'
  return isNo === negated ? 'confirm' : 'deny'
}

/** The state of the finding whose words are to be shown. */
function tellingState(verdict: Comparison['verdict'], { negated }: Question): Finding['state'] {
  if (verdict === 'choose') return 'yes'
  if (verdict === 'unknown') return 'unknown'
  return (verdict === 'confirm') === negated ? 'no' : 'yes'
}
