import { localDay, type Store } from '../../policy/index.ts'
import { type ShiftBoard, TASK_KIND_NAMES } from '../../protocol/index.ts'
import type { Library } from '../../scripts/index.ts'
import type { Database } from '../ports.ts'
import { taskOnWire } from './task-on-wire.ts'

type State = ShiftBoard['scripts'][number]['state']
interface Runs {
  readonly from?: string | undefined
  readonly until?: string | undefined
}

/** Tasks listed per kind. */
const LISTED = 50
const READ = 1_000
/** What ends within so many days is to be looked at. */
const ENDING_DAYS = 3
const DAY_MS = 86_400_000

/** What is open when a shift begins (playbook F38, 6.5). `now` in epoch milliseconds. */
export async function shiftBoard(
  database: Pick<Database, 'tasks'>,
  store: Store,
  library: Library,
  now: number,
): Promise<ShiftBoard> {
  const open = await database.tasks({ store: store.id, state: 'open' }, READ)
  const { day } = localDay(now, store.timezone)
  const soon = localDay(now + ENDING_DAYS * DAY_MS, store.timezone).day
  const tasks: ShiftBoard['tasks'] = {}
  const more: ShiftBoard['more'] = []
  for (const kind of TASK_KIND_NAMES) {
    const ofKind = open.filter((task) => task.kind === kind)
    if (ofKind.length > 0) tasks[kind] = ofKind.slice(0, LISTED).map(taskOnWire)
    if (ofKind.length > LISTED || open.length === READ) more.push(kind)
  }
  const offers = [...store.promotions, ...store.gifts, ...store.coupons].map(({ id, when }) => ({
    id,
    from: when.from,
    until: when.to,
  }))
  return {
    store: store.id,
    at: new Date(now).toISOString(),
    tasks,
    more,
    scripts: store.locales
      .flatMap((locale) => library.shelf(locale).entries)
      .flatMap(({ script: { id, category, wordings, when } }) => {
        const { from, until } = when
        const state = stateOf({ from, until }, day, soon)
        return state ? [{ id, category, text: wordings[0]!.short, from, until, state }] : []
      }),
    offers: offers.flatMap((offer) => {
      const state = stateOf(offer, day, soon)
      return state ? [{ ...offer, state }] : []
    }),
  }
}

/** Undefined for what simply runs. Days as `2026-11-22`. */
function stateOf({ from, until }: Runs, day: string, soon: string): State | undefined {
  if (until !== undefined && until < day) return 'over'
  if (from !== undefined && from > day) return 'not_begun'
  return until !== undefined && until <= soon ? 'ending' : undefined
}
