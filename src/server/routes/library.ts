import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { SLOTS } from '../../intents/index.ts'
import { OfStore, type ScriptHit, ScriptsQuery, ScriptsResult } from '../../protocol/index.ts'
import { type Match, type Script, slotUses, statusOf } from '../../scripts/index.ts'
import type { Gateway } from '../gateway.ts'
import { editedScripts, originIn } from '../library/edited-scripts.ts'
import type { ScriptDesk } from '../library/script-desk.ts'
import { callerOf } from '../plugins/identity.ts'
import { mayTouch, storeFor } from '../principal.ts'
import { searchScripts } from '../search/search-scripts.ts'
import { SlotsResult, StoresResult } from './library-shapes.ts'
import { pageOf } from './page-of.ts'
import { tagged } from './tagged.ts'

const PAGE = 50
/** Scripts named beside a slot. */
const FIRST = 5

/** What the store says and knows; every answer carries an `ETag`. */
export function libraryRoutes(app: FastifyInstance, { engine, scriptDesk }: Gateway): void {
  const typed = app.withTypeProvider<ZodTypeProvider>()

  typed.get(
    '/v1/scripts',
    {
      schema: {
        summary: 'Search the script library, or list it.',
        querystring: z.object(ScriptsQuery.shape),
        response: { 200: ScriptsResult },
      },
    },
    async (request, reply) => {
      const { q, intent, limit = PAGE, cursor, status, origin, conflict } = request.query
      const caller = callerOf(request)
      const store = storeFor(caller, engine, request.query.store)
      // what was written a moment ago is seen
      await scriptDesk.settled()
      const deps = engine.deps(store)
      const locale = request.query.locale ?? deps.store.locales[0]!
      // what is in use is searched as suggestions are; drafts, what is retired and what was outrun stand in the store's edits alone
      const isInUse = (status ?? 'approved') === 'approved' && conflict === undefined
      const edited = () => editedScripts(scriptDesk, store, { locale, status, q, isOutrun: conflict !== undefined })
      const found: readonly Found[] = !isInUse
        ? edited().map((script) => ({ script }))
        : q
          ? (await searchScripts(deps, locale, q, caller.agent?.id)).map((match) => ({
              ...match,
              script: match.entry.script,
            }))
          : deps.library.shelf(locale).entries
      const asked = found.filter(
        ({ script }) =>
          (intent === undefined || isFor(script.intents, intent)) &&
          (origin === undefined || originIn(scriptDesk, store, script.id) === origin),
      )
      const page = pageOf(asked, cursor, limit)
      return tagged(request, reply, {
        scripts: page.items.map((one) => hitOf(one, scriptDesk, store)),
        ...page.next,
      })
    },
  )

  typed.get(
    '/v1/stores',
    { schema: { summary: 'The stores this caller may touch.', response: { 200: StoresResult } } },
    async (request, reply) => {
      const principal = callerOf(request)
      const stores = engine.storeIds
        .filter((id) => mayTouch(principal, id))
        .map((storeId) => {
          const { id, name, locales, timezone, currency } = engine.deps(storeId).store
          return { id, name, locales, timezone, currency }
        })
      return tagged(request, reply, { stores })
    },
  )

  typed.get(
    '/v1/slots',
    {
      config: { forPanels: true },
      schema: {
        summary:
          'The slot vocabulary: what is extracted, shown, hidden and checked, and which scripts of the store use it.',
        querystring: OfStore,
        response: { 200: SlotsResult },
      },
    },
    async (request, reply) => {
      const store = storeFor(callerOf(request), engine, request.query.store)
      await scriptDesk.settled()
      const uses = slotUses(engine.deps(store).library)
      const slots = SLOT_LIST.map((slot) => {
        const ids = uses.get(slot.name) ?? []
        return { ...slot, scripts: { count: ids.length, first: ids.slice(0, FIRST) } }
      })
      return tagged(request, reply, { slots })
    },
  )
}

const SLOT_LIST = Object.entries(SLOTS).map(([name, spec]) => ({
  name,
  from: spec.from,
  personal: 'personal' in spec,
  ...('shows' in spec ? { shows: spec.shows } : {}),
  says: spec.says,
}))

function isFor(intents: readonly string[], asked: string): boolean {
  return intents.some((intent) => intent === asked || intent.startsWith(`${asked}.`))
}

/** A script, and how it was found when something was typed. */
type Found = { readonly script: Script } & Partial<Pick<Match, 'by' | 'at'>>

function hitOf({ script, by, at }: Found, desk: ScriptDesk, store: string): z.infer<typeof ScriptHit> {
  const { id, code, category, intents, tier, locale, note, wordings } = script
  const edited = desk.edits(store).get(id)
  return {
    id,
    ...(code === undefined ? {} : { code }),
    ...(by === undefined ? {} : { foundBy: by }),
    category,
    intents,
    tier,
    locale,
    text: wordings[at?.wording ?? 0]![at?.length ?? 'short'],
    ...(note === '' ? {} : { note }),
    status: edited ? statusOf(edited.edit, desk.base(store, id)) : 'approved',
    origin: originIn(desk, store, id),
    version: edited?.version ?? 0,
  }
}
