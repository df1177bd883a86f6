import { HuashuError } from '../protocol/index.ts'
import type { Clock, Database, DocumentVersion, News, PlacedVersion, StoredDocument } from './ports.ts'
import type { Principal } from './principal.ts'

type Kind = StoredDocument['kind']
/** The newest version of a document. */
export type Newest = Pick<StoredDocument, 'id' | 'version' | 'body'>

export type Heard = (newest: readonly Newest[]) => void | Promise<void>

/** Documents that people edit, the same on every node: whoever attends a kind is told of everything that is there and of each change. */
export interface Versioned {
  /** To be called before `open`. A version may be told twice, and one after a newer one: what is not newer is to be passed over. */
  attend(kind: Kind, heard: Heard): void
  /** Reads what there is. Resolves when everybody who attends has been told. */
  open(): Promise<void>
  /**
   * Writes these or none, on top of the versions that were seen; resolves once durable, when everybody here has been told. With the ids that somebody else was
   * faster with: empty = written. @throws HuashuError `unavailable` when the database refuses
   */
  write(kind: Kind, author: string, documents: readonly Newest[]): Promise<string[]>
  history(kind: Kind, id: string, limit: number, before?: number): Promise<PlacedVersion[]>
  close(): Promise<void>
}

const PAGE = 500
/** How soon reading on is tried again when it has failed. */
const AGAIN_MS = 2_000

export interface VersionedDeps {
  readonly database: Database
  readonly news: News
  readonly clock: Clock
  /** How often versions are looked for that nobody here has told of, in milliseconds; absent = nobody else writes. */
  readonly lookMs?: number | undefined
  /** Told when the database refuses. */
  readonly failed: (error: unknown) => void
}

export function createVersioned({ database, news, clock, lookMs, failed }: VersionedDeps): Versioned {
  const listeners = new Map<Kind, Heard>()
  let upTo = 0
  let isClosed = false
  let reading: Promise<void> = Promise.resolve()
  let again: NodeJS.Timeout | undefined
  let looking: NodeJS.Timeout | undefined

  async function open(): Promise<void> {
    // what is written meanwhile is told twice rather than not at all
    upTo = await database.newestChange()
    for (const [kind, heard] of listeners) {
      for (let before: number | undefined; ; ) {
        const page = await database.documents(kind, PAGE, before)
        if (page.length > 0) await heard(page)
        if (page.length < PAGE) break
        before = page.at(-1)!.place
      }
    }
    if (lookMs !== undefined) looking = setInterval(readOn, lookMs).unref()
  }

  async function follow(): Promise<void> {
    while (!isClosed) {
      const page = await database.changes(upTo, PAGE)
      for (const [kind, changes] of Map.groupBy(page, (one) => one.kind)) await listeners.get(kind)?.(changes)
      upTo = page.at(-1)?.n ?? upTo
      if (page.length < PAGE) return
    }
  }

  function readOn(): void {
    reading = reading.then(follow).catch((error: unknown) => {
      failed(error)
      clearTimeout(again)
      again = setTimeout(readOn, AGAIN_MS)
      again.unref()
    })
  }
  news.listen('documents', readOn)

  return {
    attend: (kind, heard) => void listeners.set(kind, heard),
    open,
    async write(kind, author, documents) {
      if (documents.length === 0) return []
      const at = clock.now()
      const versions = documents.map((document): DocumentVersion => ({ ...document, kind, at, author }))
      const stale = await database.saveVersions(versions).catch((cause: unknown) => {
        failed(cause)
        throw new HuashuError('unavailable', 'this could not be stored; send it again later', { cause })
      })
      if (stale.length > 0) {
        // what others have written is known before the caller looks again
        readOn()
        await reading
        return stale
      }
      await listeners.get(kind)?.(documents)
      news.announce('documents', {})
      return []
    },
    history: (kind, id, limit, before) => database.versions(kind, id, limit, before),
    async close() {
      isClosed = true
      clearTimeout(again)
      clearInterval(looking)
      await reading
    },
  }
}

/** Who is named as the author of what a caller writes: the agent, else the beginning of the key's print. */
export function authorOf({ agent, key }: Principal): string {
  return agent?.id ?? `key:${key.slice(0, 12)}`
}
