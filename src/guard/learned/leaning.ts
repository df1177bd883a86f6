import { createFlatReader, type FlatModel } from '../../intents/index.ts'
import { KEEPS } from './learn.ts'

/** What a sentence reads like. Places are offsets into the matching form. */
export interface Leaning {
  readonly from: number
  readonly to: number
  /** The rule that such sentences break. */
  readonly rule: string
  /** 0 to 1: how much it reads like a breach of any rule. */
  readonly share: number
  /** The clause that speaks most for the rule. */
  readonly clause: () => { readonly from: number; readonly to: number }
}

/** Reads a text in its matching form, sentence by sentence. */
export type ReadLeanings = (text: string) => readonly Leaning[]

const NONE: readonly Leaning[] = []
/** Nothing is known of what sentences read like. */
export const noLeanings: ReadLeanings = () => NONE

const ENDS: ReadonlySet<string> = new Set('。!?;\n')
const CLAUSE = /[^,。!?;\n]+/g
const HAN = /[\u3400-\u9fff]/
/** A name in Han letters makes no Korean sentence a Chinese one, and examples know only Chinese. */
const HANGUL = /[\uac00-\ud7af]/

export function createLeanings(model: FlatModel): ReadLeanings {
  const sharesOf = createFlatReader(model)
  const { classes } = model
  const keeps = classes.indexOf(KEEPS)
  const read = (sentence: string, from: number): Leaning => {
    const shares = sharesOf(sentence)
    let best = keeps === 0 ? 1 : 0
    for (let c = 0; c < shares.length; c += 1) if (c !== keeps && shares[c]! > shares[best]!) best = c
    const clause = () => {
      let most = { from, to: from + sentence.length, share: 0 }
      for (const { 0: part, index } of sentence.matchAll(CLAUSE)) {
        const share = sharesOf(part)[best]!
        if (share > most.share) most = { from: from + index, to: from + index + part.length, share }
      }
      return most
    }
    return { from, to: from + sentence.length, rule: classes[best]!, share: 1 - shares[keeps]!, clause }
  }
  return (text) => {
    const all: Leaning[] = []
    for (let from = 0, to = 0; from < text.length; from = to) {
      while (to < text.length && !ENDS.has(text[to]!)) to += 1
      while (to < text.length && ENDS.has(text[to]!)) to += 1
      const sentence = text.slice(from, to)
      if (HAN.test(sentence) && !HANGUL.test(sentence)) all.push(read(sentence, from))
    }
    return all
  }
}
