import { hash } from 'node:crypto'
import { detectLocale, normalise, redact, type Utterance } from '../../intents/index.ts'
import type { Correction, CorrectionRequest, Locale } from '../../protocol/index.ts'
import { HuashuError } from '../../protocol/index.ts'
import type { Clock, Database, PlacedDocument, StoredDocument } from '../ports.ts'
import { checkTopics } from './check-topics.ts'
import type { Verdict } from './train-corrected.ts'

/** What leads said that messages really meant: one correction per store, text and language, durable before it is acknowledged. */
export interface Corrections {
  /**
   * Stores a correction; the same again changes nothing, but what was refused is tried again. `mayReplace` is called with what is there already and may
   * throw. @throws HuashuError `bad_request` naming the field, `unavailable` when the database refuses.
   */
  put(given: Given, mayReplace: (known: Correction | undefined) => void): Promise<Stored>
  get(id: string): Promise<Correction | undefined>
  /** Takes a correction back; undefined when there is none. `mayRemove` may throw. */
  remove(id: string, mayRemove: (known: Correction) => void): Promise<Correction | undefined>
  /** The newest first, those behind `before`; each with its place, to go on from. */
  list(before?: number): AsyncGenerator<{ readonly place: number; readonly correction: Correction }>
  /** What is to be learned in a language: all that was not refused. */
  lesson(locale: Locale): Promise<Taught[]>
  /** Writes down what became of corrections; those that were changed meanwhile stay as they are. */
  settle(taught: readonly Taught[], { isAccepted, gold }: Verdict): Promise<void>
}

export type Given = Omit<CorrectionRequest, 'store' | 'locale'> & { readonly store: string; readonly locale: Locale }
export interface Stored {
  readonly correction: Correction
  readonly change: 'created' | 'changed' | 'none'
}
/** A stored correction as training sees it. */
export interface Taught {
  readonly document: StoredDocument
  readonly utterance: Utterance
  readonly isNew: boolean
}

const KIND = 'correction'
const PAGE = 200

export interface CorrectionsDeps {
  readonly database: Database
  /** What an intent may be. */
  readonly topics: readonly string[]
  readonly clock: Clock
  /** Told when the database refuses. */
  readonly failed: (error: unknown) => void
}

export function createCorrections({ database, topics, clock, failed }: CorrectionsDeps): Corrections {
  async function save(documents: readonly StoredDocument[]): Promise<boolean[]> {
    return database.saveDocuments(documents).catch((cause: unknown) => {
      failed(cause)
      throw new HuashuError('unavailable', 'this could not be stored; send it again later', { cause })
    })
  }

  async function* documents(before?: number): AsyncGenerator<PlacedDocument> {
    for (let from = before; ; ) {
      const page = await database.documents(KIND, PAGE, from)
      yield* page
      if (page.length < PAGE) return
      from = page.at(-1)!.place
    }
  }

  return {
    async put(given, mayReplace) {
      checkTopics(given.intents, topics)
      const wanted = wantedOf(given)
      for (;;) {
        const stored = await database.document(KIND, wanted.id)
        const known = stored && correctionOf(stored)
        mayReplace(known)
        if (known && known.state !== 'refused' && saysTheSame(known, wanted))
          return { correction: known, change: 'none' }
        const body: Correction = { ...wanted, at: new Date(clock.now()).toISOString(), state: 'pending' }
        const document = { kind: KIND, id: wanted.id, version: (stored?.version ?? 0) + 1, body } as const
        // when someone else was faster it is looked at anew
        if ((await save([document]))[0]) return { correction: body, change: known ? 'changed' : 'created' }
      }
    },

    async get(id) {
      const stored = await database.document(KIND, id)
      return stored && correctionOf(stored)
    },

    async remove(id, mayRemove) {
      for (;;) {
        const stored = await database.document(KIND, id)
        if (!stored) return undefined
        const correction = correctionOf(stored)
        mayRemove(correction)
        if (await database.removeDocument(stored)) return correction
      }
    },

    async *list(before) {
      for await (const document of documents(before))
        yield { place: document.place, correction: correctionOf(document) }
    },

    async lesson(locale) {
      const lesson: Taught[] = []
      for await (const { place: _, ...document } of documents()) {
        const { intents, locale: own, state, text } = correctionOf(document)
        if (own !== locale || state === 'refused') continue
        lesson.push({ document, utterance: { text, topics: intents }, isNew: state === 'pending' })
      }
      // oldest first: the same corrections give the same model
      return lesson.reverse()
    },

    async settle(taught, { isAccepted, gold }) {
      const state = isAccepted ? 'used' : 'refused'
      await save(
        taught.map(({ document }) => {
          const body: Correction = { ...correctionOf(document), state, ...(gold ? { gold } : {}) }
          return { ...document, version: document.version + 1, body }
        }),
      )
    },
  }
}

function correctionOf({ body }: StoredDocument): Correction {
  return body as Correction
}

function wantedOf({ text: written, intents, locale: spoken, store, agent }: Given): Omit<Correction, 'at' | 'state'> {
  const { text } = redact(written.trim())
  const key = normalise(text).text
  if (key === '') {
    const message = 'nothing in it can be read'
    throw new HuashuError('bad_request', `body.text: ${message}`, { details: [{ path: 'body.text', message }] })
  }
  const locale = detectLocale(text, spoken)
  const id = `${locale}-${hash('sha1', JSON.stringify([store, key]), 'base64url')}`
  return { id, store, locale, text, intents: [...new Set(intents)], ...(agent ? { agent } : {}) }
}

function saysTheSame(a: Pick<Correction, 'intents'>, b: Pick<Correction, 'intents'>): boolean {
  return JSON.stringify(a.intents) === JSON.stringify(b.intents)
}
