import { createRequire } from 'node:module'

// The parts of @nlpjs/nlp that are used here; the package has no types.
interface Nlp {
  readonly container: { registerConfiguration(name: string, settings: object): void }
  use(plugin: unknown): void
  addLanguage(locale: string): void
  addDocument(locale: string, text: string, intent: string): void
  train(): Promise<void>
  process(locale: string, text: string): Promise<{ intent: string }>
}

const require = createRequire(import.meta.url)

/** Trains @nlpjs/nlp with its own Chinese tokeniser and default settings. */
export async function trainPeer(
  locale: 'zh',
  documents: readonly { readonly text: string; readonly label: string }[],
): Promise<(text: string) => Promise<string>> {
  const { Nlp } = require('@nlpjs/nlp') as { Nlp: new (settings: object) => Nlp }
  const { LangZh } = require('@nlpjs/lang-zh') as { LangZh: unknown }
  const nlp = new Nlp({ autoSave: false, autoLoad: false })
  nlp.container.registerConfiguration(`nlu-${locale}`, { log: false })
  nlp.use(LangZh)
  nlp.addLanguage(locale)
  for (const { text, label } of documents) nlp.addDocument(locale, text, label)
  await nlp.train()
  return async (text) => (await nlp.process(locale, text)).intent
}
