import { FAMILIES } from './families.ts'
import { once, type WeightOf } from './metrics.ts'
import type { Outcome } from './outcome.ts'

/** Strict figures of one family. `support`: messages labelled with it; figures without any evidence are 0. */
export interface FamilyScore {
  readonly family: string
  readonly support: number
  readonly read: number
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

export function scoreFamilies(outcomes: readonly Outcome[], weightOf: WeightOf = once): FamilyScore[] {
  return FAMILIES.map((family) => {
    let support = 0
    let read = 0
    let hits = 0
    for (const outcome of outcomes) {
      const weight = weightOf(outcome)
      if (outcome.expected === family) support += weight
      if (outcome.read === family) read += weight
      if (outcome.expected === family && outcome.strict) hits += weight
    }
    return {
      family,
      support,
      read,
      precision: read === 0 ? 0 : hits / read,
      recall: support === 0 ? 0 : hits / support,
      f1: support + read === 0 ? 0 : (2 * hits) / (support + read),
    }
  })
}

/** Mean F1 over the `families` that have messages, and over all 23 with the absent ones as 0. */
export interface MacroF1 {
  readonly present: number
  readonly all: number
  readonly families: number
}

export function macroF1Of(scores: readonly FamilyScore[]): MacroF1 {
  const present = scores.filter((score) => score.support > 0)
  const sum = present.reduce((total, score) => total + score.f1, 0)
  return {
    present: present.length === 0 ? 0 : sum / present.length,
    all: sum / scores.length,
    families: present.length,
  }
}
