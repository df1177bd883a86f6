import { readFile } from 'node:fs/promises'
import { constants, setPriority } from 'node:os'
import { evaluate, parseRows, Row } from '../../insight/index.ts'
import { intentsOf, type Model, readClauses, train, type Utterance } from '../../intents/index.ts'
import type { Locale } from '../../protocol/index.ts'
import { keep, readKept } from '../kept.ts'
import { readTopics, readUtterances } from '../load/intents.ts'
import { correctedUtterances } from './corrected-utterances.ts'

/** What one language is to learn. */
export interface Lesson {
  readonly locale: Locale
  readonly intentsDir: string
  readonly corrections: readonly Utterance[]
  /** Fingerprint of the corrections. */
  readonly print: string
  /** The labelled messages that no model learns from. */
  readonly goldFile: string
  /** Files of the models it is held against. */
  readonly against: readonly string[]
}

/** A model with the fingerprint of the corrections it has learned. */
export interface CorrectedModel {
  readonly print: string
  readonly model: Model
}

/** `gold`: shares of gold messages read right, by the best of the models it was held against and by the new one. */
export interface Verdict {
  readonly isAccepted: boolean
  /** Absent when there was nothing to train. */
  readonly gold?: { readonly before: number; readonly after: number }
}

/** A model may read this much of the gold set worse: one point. */
const TOLERANCE = 0.01

/** Trains a model with corrections and keeps it in `path`, unless it reads the gold set worse. Takes as long as training without them. */
export async function trainCorrected(lesson: Lesson, path: string): Promise<Verdict> {
  // answers come first, also where cores are few
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
  const { locale, intentsDir, corrections, print, goldFile, against } = lesson
  const utterances = await readUtterances(intentsDir, locale, await readTopics(intentsDir))
  const model = train(correctedUtterances(utterances, corrections), { locale })
  const verdict = await judge(model, goldFile, against)
  if (verdict.isAccepted) await keep(path, { print, model } satisfies CorrectedModel)
  return verdict
}

async function judge(model: Model, goldFile: string, against: readonly string[]): Promise<Verdict> {
  const { rows, faults } = parseRows(await readFile(goldFile, 'utf8'), Row)
  if (faults.length > 0 || rows.length === 0)
    throw new Error(`${goldFile} cannot be used: ${faults[0]?.message ?? 'empty'}`)
  const scoreOf = (candidate: Model) =>
    evaluate(rows, {
      name: goldFile,
      predict: (text) => intentsOf(candidate, readClauses(candidate, text)),
      threshold: 0,
    }).accuracy.lenient
  const others = await Promise.all(against.map(modelIn))
  const gold = { before: Math.max(...others.map(scoreOf)), after: scoreOf(model) }
  // a share of a point is lost in the last digit of a difference
  return { isAccepted: gold.before - gold.after <= TOLERANCE + 1e-9, gold }
}

async function modelIn(path: string): Promise<Model> {
  const kept = await readKept<Model | CorrectedModel>(path)
  if (!kept) throw new Error(`${path} cannot be read`)
  return 'model' in kept ? kept.model : kept
}
