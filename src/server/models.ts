import { join } from 'node:path'
import type { Model } from '../intents/index.ts'
import type { Locale } from '../protocol/index.ts'
import { prepared } from './prepared.ts'

const LOCALES: readonly Locale[] = ['zh', 'en', 'ko']
const INTENTS = join(import.meta.dirname, '../intents')
/** The code whose change makes an old model wrong. */
const TRAINER = ['features.ts', 'normalise.ts', 'remember.ts', 'classifier'].map((name) => join(INTENTS, name))

export interface ModelOptions {
  /** Folder with `topics.yaml` and one folder of utterances per language. */
  readonly intentsDir: string
  /** Where trained models are kept. */
  readonly cacheDir: string
  /** Told once per language that has to be trained. */
  readonly training?: (locale: Locale) => void
}

/** The models of all languages: trained when utterances or trainer have changed, off the event loop, else as they were kept. */
export async function loadModels({ intentsDir, cacheDir, training }: ModelOptions): Promise<Record<Locale, Model>> {
  const models = await Promise.all(
    LOCALES.map((locale) =>
      prepared<Model>({
        cacheDir,
        name: `intents-${locale}`,
        inputs: [join(intentsDir, 'topics.yaml'), join(intentsDir, locale), ...TRAINER],
        task: { kind: 'model', locale, intentsDir },
        making: () => training?.(locale),
      }),
    ),
  )
  return Object.fromEntries(LOCALES.map((locale, i) => [locale, models[i]!])) as Record<Locale, Model>
}
