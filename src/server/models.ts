import { readFile, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Model, Utterance } from '../intents/index.ts'
import type { Locale } from '../protocol/index.ts'
import { printOfLesson } from './corrections/print-of-lesson.ts'
import type { CorrectedModel, Verdict } from './corrections/train-corrected.ts'
import { readKept } from './kept.ts'
import { prepared, removeOlder } from './prepared.ts'
import { replaceFile } from './replace-file.ts'
import { runTask } from './run-task.ts'

const LOCALES: readonly Locale[] = ['zh', 'en', 'ko']
const INTENTS = join(import.meta.dirname, '../intents')
/** The code whose change makes an old model wrong. */
const TRAINER = [
  ...['features.ts', 'normalise.ts', 'remember.ts', 'classifier'].map((name) => join(INTENTS, name)),
  join(import.meta.dirname, 'corrections/corrected-utterances.ts'),
]
const NO_CORRECTIONS = printOfLesson([])

export interface ModelOptions {
  /** Folder with `topics.yaml` and one folder of utterances per language. */
  readonly intentsDir: string
  /** Folder with the gold set of each language, `<locale>-gold.jsonl`. */
  readonly goldDir: string
  /** Where trained models are kept. */
  readonly cacheDir: string
  /** Begin with the models that have learned corrections, where there are any, not with those that ship. */
  readonly corrected?: boolean | undefined
  /** Told once per language that has to be trained. */
  readonly training?: ((locale: Locale) => void) | undefined
}

/** The models of all languages, each of which can be taught. */
export interface Models {
  /** The models now in use: never changed, replaced as a whole when one is swapped. */
  readonly inUse: Readonly<Record<Locale, Model>>
  /** Fingerprint of the corrections that the model in use has learned (`printOfLesson`). */
  learned(locale: Locale): string
  /**
   * Trains a language with exactly these corrections, off the event loop, and puts the new model in use, unless it reads the gold set more than a point worse
   * than the model that ships or, where corrections are new, the one in use. One call per language at a time. @throws Error when it cannot be trained.
   */
  learn(
    locale: Locale,
    corrections: readonly Utterance[],
    how: { readonly hasNew: boolean; readonly signal: AbortSignal },
  ): Promise<Verdict>
  /** The model in use of a language, for other processes to `adopt`. */
  taught(locale: Locale): Promise<TaughtModel>
  /** Puts in use what another process has taught. @throws Error when it cannot be read */
  adopt(locale: Locale, taught: TaughtModel): Promise<void>
}

/** What a language was taught, with the fingerprint of what it has learned; no bytes = the model that ships. */
export interface TaughtModel {
  /** Names language, data and trainer: what has another name is not for this version of them. */
  readonly name: string
  readonly print: string
  readonly bytes: Buffer | undefined
}

/** Loads the models: trained when utterances or trainer have changed, off the event loop, else as they were kept. */
export async function openModels(options: ModelOptions): Promise<Models> {
  const { intentsDir, goldDir, cacheDir, corrected, training } = options
  const load = (locale: Locale) =>
    prepared<Model>({
      cacheDir,
      name: `intents-${locale}`,
      inputs: [join(intentsDir, 'topics.yaml'), join(intentsDir, locale), ...TRAINER],
      task: { kind: 'model', locale, intentsDir },
      making: () => training?.(locale),
    })
  const shipped = await Promise.all(LOCALES.map(load))
  let inUse = byLocale(shipped.map(({ value }) => value))
  const paths = byLocale(shipped.map(({ path }) => ({ shipped: path, corrected: correctedPath(path) })))
  const learned = new Map<Locale, string>()

  const learnedOf = (locale: Locale) => learned.get(locale) ?? NO_CORRECTIONS

  function use(locale: Locale, { print, model }: CorrectedModel): void {
    inUse = { ...inUse, [locale]: model }
    learned.set(locale, print)
  }

  async function unlearn(locale: Locale): Promise<void> {
    const { shipped, corrected } = paths[locale]
    const model = await readKept<Model>(shipped)
    if (!model) throw new Error(`${shipped} cannot be read back`)
    await rm(corrected, { force: true })
    use(locale, { print: NO_CORRECTIONS, model })
  }

  for (const locale of corrected ? LOCALES : []) {
    const kept = await readKept<CorrectedModel>(paths[locale].corrected)
    if (kept) use(locale, kept)
  }

  return {
    get inUse() {
      return inUse
    },
    learned: learnedOf,

    async learn(locale, corrections, { hasNew, signal }) {
      const { shipped, corrected: path } = paths[locale]
      const print = printOfLesson(corrections)
      if (corrections.length === 0) {
        await unlearn(locale)
        return { isAccepted: true }
      }
      const running = learnedOf(locale) === NO_CORRECTIONS ? shipped : path
      const verdict = await runTask<Verdict>(
        {
          kind: 'corrected',
          locale,
          intentsDir,
          corrections,
          print,
          goldFile: join(goldDir, `${locale}-gold.jsonl`),
          against: hasNew ? [...new Set([shipped, running])] : [shipped],
        },
        path,
        signal,
      )
      if (!verdict.isAccepted) return verdict
      const made = await readKept<CorrectedModel>(path)
      if (!made) throw new Error(`${path} cannot be read back`)
      use(locale, made)
      await removeOlder(path, `corrected-intents-${locale}-`)
      return verdict
    },

    async taught(locale) {
      const path = paths[locale].corrected
      const print = learnedOf(locale)
      return { name: basename(path), print, bytes: print === NO_CORRECTIONS ? undefined : await readFile(path) }
    },

    async adopt(locale, { print, bytes }) {
      if (print === NO_CORRECTIONS || !bytes) return unlearn(locale)
      const path = paths[locale].corrected
      await replaceFile(path, bytes)
      const made = await readKept<CorrectedModel>(path)
      if (made?.print !== print) throw new Error(`${path} cannot be read as another process has written it`)
      use(locale, made)
    },
  }
}

/** Beside the model that ships, under the same hash: another version of data or trainer does not take it for its own. */
function correctedPath(path: string): string {
  return join(dirname(path), `corrected-${basename(path)}`)
}

function byLocale<T>(values: readonly T[]): Record<Locale, T> {
  return Object.fromEntries(LOCALES.map((locale, i) => [locale, values[i]!])) as Record<Locale, T>
}
