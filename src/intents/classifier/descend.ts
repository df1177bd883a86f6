import { softmax } from './classify.ts'
import type { Target } from './samples.ts'
import { seeded } from './seeded.ts'

export interface DescendOptions {
  readonly features: number
  readonly classes: number
  /** AdaGrad step. */
  readonly rate: number
  /** L2 penalty per update. */
  readonly decay: number
}

/** Errors below this move nothing that matters; leaving them out makes training several times faster. */
const NEGLIGIBLE = 3e-3
/** So many passes at the end are averaged: the last messages seen count no more than others. */
const AVERAGED = 2

/**
 * Multinomial logistic regression by AdaGrad. `passes` holds the rows of every message as one pass over the data sees them; a message has unit length.
 * The order hangs on `seeds`, one per message: the same data give the same weights.
 */
export function descend(
  passes: readonly (readonly Uint32Array[])[],
  targets: readonly Target[],
  seeds: Uint32Array,
  { features, classes, rate, decay }: DescendOptions,
): { weights: Float32Array; bias: Float32Array } {
  const weights = new Float32Array(features * classes)
  const squares = new Float32Array(features * classes).fill(1e-6)
  const bias = new Float32Array(classes)
  const biasSquares = new Float32Array(classes).fill(1e-6)
  const scores = new Float64Array(classes)
  const sum = { weights: new Float32Array(weights.length), bias: new Float32Array(classes) }
  // the classes whose error is worth a step
  const wrong = new Uint16Array(classes)
  for (const [pass, messages] of passes.entries()) {
    for (const index of orderOf(seeds, pass)) {
      const rows = messages[index]!
      const value = 1 / Math.sqrt(rows.length)
      scores.set(bias)
      addRows(scores, rows, value, weights)
      softmax(scores)
      for (const [cls, part] of targets[index]!) scores[cls]! -= part
      for (let c = 0; c < classes; c += 1) {
        const g = scores[c]!
        biasSquares[c]! += g * g
        bias[c]! -= (rate * 0.1 * g) / Math.sqrt(biasSquares[c]!)
      }
      let count = 0
      for (let c = 0; c < classes; c += 1) {
        if (scores[c]! >= NEGLIGIBLE || scores[c]! <= -NEGLIGIBLE) wrong[count++] = c
      }
      for (let k = 0; k < rows.length; k += 1) {
        const base = rows[k]! * classes
        for (let i = 0; i < count; i += 1) {
          const c = wrong[i]!
          const at = base + c
          const g = scores[c]! * value + decay * weights[at]!
          squares[at]! += g * g
          weights[at]! -= (rate * g) / Math.sqrt(squares[at]!)
        }
      }
    }
    if (pass < passes.length - AVERAGED) continue
    for (let i = 0; i < weights.length; i += 1) sum.weights[i]! += weights[i]! / AVERAGED
    for (let c = 0; c < classes; c += 1) sum.bias[c]! += bias[c]! / AVERAGED
  }
  return sum
}

/** Adds what the rows of a message say of every class, two rows at a time, so that a score is read and written half as often. */
function addRows(scores: Float64Array, rows: Uint32Array, value: number, weights: Float32Array): void {
  const classes = scores.length
  let k = 0
  for (; k + 1 < rows.length; k += 2) {
    const first = rows[k]! * classes
    const second = rows[k + 1]! * classes
    for (let c = 0; c < classes; c += 1) scores[c]! += value * (weights[first + c]! + weights[second + c]!)
  }
  if (k < rows.length) {
    const last = rows[k]! * classes
    for (let c = 0; c < classes; c += 1) scores[c]! += value * weights[last + c]!
  }
}

/** A pseudo-random order of its own for every pass. */
function orderOf(seeds: Uint32Array, pass: number): number[] {
  const keys = Float64Array.from(seeds, (seed) => seeded(seed + pass)())
  return Array.from(seeds.keys()).sort((a, b) => keys[a]! - keys[b]! || a - b)
}
