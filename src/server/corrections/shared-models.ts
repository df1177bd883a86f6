import { Locale } from '../../protocol/index.ts'
import type { TaughtModel } from '../models.ts'
import type { Engine, News, Shelf } from '../ports.ts'

/** Keeps what the nodes have learned the same: one of them trains, the others take it over. */
export interface SharedModels {
  /** Takes over what another node has taught, if it is something else than what is in use. */
  take(locale: Locale): Promise<void>
  /** Lets the others have the model in use, unless they have it. */
  offer(locale: Locale): Promise<void>
}

export interface SharedModelsDeps {
  readonly engine: Pick<Engine, 'models'>
  readonly shelf: Shelf
  readonly news: News
  /** Told when a model could not be taken over: the one in use stays. */
  readonly failed: (error: unknown, locale: Locale) => void
}

export function createSharedModels({ engine: { models }, shelf, news, failed }: SharedModelsDeps): SharedModels {
  // one after the other: two at once would write one file
  let taking: Promise<void> = Promise.resolve()

  async function onShelf(name: string): Promise<TaughtModel | undefined> {
    const bytes = await shelf.get(name)
    return bytes && decode(name, bytes)
  }

  async function takeNow(locale: Locale): Promise<void> {
    const { name, print } = await models.taught(locale)
    const other = await onShelf(name)
    if (other && other.print !== print) await models.adopt(locale, other)
  }

  function take(locale: Locale): Promise<void> {
    taking = taking.then(() => takeNow(locale)).catch((error) => failed(error, locale))
    return taking
  }

  news.listen('models', (body) => {
    for (const locale of localesIn(body)) void take(locale)
  })

  return {
    take,
    async offer(locale) {
      const own = await models.taught(locale)
      if ((await onShelf(own.name))?.print === own.print) return
      await shelf.put(own.name, encode(own))
      news.announce('models', { locale })
    },
  }
}

/** Which languages news are about: all, when something may have been missed. */
export function localesIn(body: unknown): readonly Locale[] {
  return body === undefined ? Locale.options : [(body as { locale: Locale }).locale]
}

const encode = ({ print, bytes }: TaughtModel) => Buffer.concat([Buffer.from(`${print}\n`), bytes ?? Buffer.alloc(0)])

function decode(name: string, text: Buffer): TaughtModel {
  const end = text.indexOf('\n')
  const bytes = text.subarray(end + 1)
  return { name, print: text.toString('utf8', 0, end), bytes: bytes.length > 0 ? bytes : undefined }
}
