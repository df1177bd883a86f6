import {
  burstScoresOf,
  continuationScoresOf,
  evaluate,
  FOREIGN_LOCALE,
  type ForeignSet,
  type Measured,
  moodScoresOf,
  outOfScopeOf,
  type Report,
  robustnessOf,
  slotScoresOf,
  withholdingOf,
} from '../../insight/index.ts'
import { detectLocale } from '../../intents/index.ts'
import type { Intent, Locale } from '../../protocol/index.ts'
import { pipeline } from '../pipeline.ts'
import type { EngineOptions } from './engine-options.ts'
import type { EvalFiles } from './eval-files.ts'
import { answerAlone, withheldAlone } from './measure-answers.ts'
import { measureLatency } from './measure-latency.ts'
import { goOn, readBurst, readSlots } from './measure-talks.ts'
import { openEngine } from './open-engine.ts'
import { createProgress } from './progress.ts'
import { type EvalSet, readSets } from './read-sets.ts'

/** Puts every message of the files through the pipeline of the default store and works out all figures. @throws UsageError for malformed files */
export async function measure(files: EvalFiles, options: EngineOptions): Promise<Report> {
  const sets = await readSets(files)
  const all: EvalSet<unknown>[] = Object.values(sets).flat()
  const engine = await openEngine(options)
  const deps = engine.deps(engine.defaultStore)
  const { threshold } = deps.analyse
  const messages = sets.labelled.flatMap(({ locale, rows }) =>
    rows.map(({ text }) => ({ text, locale: detectLocale(text, locale) })),
  )
  const progress = createProgress('measuring', all.length + 2 * sets.labelled.length + 1)
  const readIn =
    (locale: Locale) =>
    (text: string): readonly Intent[] =>
      pipeline.read(text, [], locale, deps).intents
  const each = <R, T>(of: readonly EvalSet<R>[], scoresOf: (set: EvalSet<R>) => T): Measured<T>[] =>
    of.map((set) => {
      const scores = scoresOf(set)
      progress.tick()
      return { ...scores, name: set.name, own: set.own }
    })
  const report: Report = {
    sets: each(sets.labelled, ({ name, locale, rows }) => evaluate(rows, { name, predict: readIn(locale), threshold })),
    withheld: each(sets.labelled, ({ locale, rows }) =>
      withholdingOf(rows, (text) => withheldAlone(text, locale, deps)),
    ),
    robustness: each(sets.labelled, ({ locale, rows }) => robustnessOf(rows, locale, readIn(locale))),
    outOfScope: each(sets.foreign, ({ name, rows }) => {
      const set = name as ForeignSet
      return outOfScopeOf(rows, set, (text) => answerAlone(text, FOREIGN_LOCALE[set], deps), threshold)
    }),
    slots: each(sets.slots, ({ locale, rows }) => slotScoresOf(rows, (row) => readSlots(row, locale, deps))),
    continuations: each(sets.continuations, ({ locale, rows }) =>
      continuationScoresOf(rows, (row) => goOn(row, locale, deps)),
    ),
    bursts: each(sets.bursts, ({ locale, rows }) => burstScoresOf(rows, (said) => readBurst(said, locale, deps))),
    manner: each(sets.manner, ({ rows }) =>
      moodScoresOf(rows, (messages, before) => pipeline.fold(messages, before, deps)),
    ),
    latency: measureLatency(messages, deps, Date.now()),
    ownSetsOnly: all.every(({ own }) => own),
  }
  progress.tick()
  progress.done()
  return report
}
