/** The shipped scripts against the shipped store: every one can be said somewhere, and what it says passes the guard under three personas. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import type { Facts, Locale, State } from '../../src/protocol/index.ts'
import { createGuard, type Guard } from '../../src/guard/index.ts'
import { createCatalogue, createFacts, type FactSource, parseStore, type Store } from '../../src/policy/index.ts'
import { createLibrary, type Entry, fill, lintLibrary, type Placed } from '../../src/scripts/index.ts'
import { DATA } from '../../src/server/engine.ts'
import { readTopics, type Topic } from '../../src/server/load/intents.ts'
import { readRules } from '../../src/server/load/rules.ts'
import { readScripts } from '../../src/server/load/scripts.ts'
import { readStore, type StoreFiles } from '../../src/server/load/stores.ts'

const LOCALES: readonly Locale[] = ['zh', 'en', 'ko']
const NOW = Date.UTC(2026, 10, 24, 2)
/** Before the demo's first promotion, gift and coupon. */
const QUIET = Date.UTC(2025, 10, 24, 2)

let placed: Placed[]
let topics: Topic[]
let demo: StoreFiles
let guard: Guard
beforeAll(async () => {
  placed = await readScripts(join(DATA, 'scripts'))
  topics = await readTopics(join(DATA, 'intents'))
  demo = await readStore(join(DATA, 'stores/demo'), 'demo')
  guard = createGuard(await readRules(DATA))
})

test('the library has no fault: slots, ids, intents, reach, wordings, short forms, every topic answered', () => {
  const faults = lintLibrary(placed, { topics: topics.map(({ id }) => id), locales: LOCALES })
  expect(faults.map(({ file, line, scriptId, message }) => `${file}:${line} ${scriptId} ${message}`)).toEqual([])
})

describe('size and shape of the starter library', () => {
  const counts = (locale: Locale) => {
    const own = placed.filter(({ script }) => script.locale === locale)
    const categories = new Map<string, number>()
    for (const { script } of own) categories.set(script.category, (categories.get(script.category) ?? 0) + 1)
    return { records: own.length, categories }
  }
  test('zh: at least 600 records, at least two for each of the 150 categories', () => {
    const { records, categories } = counts('zh')
    expect(records).toBeGreaterThanOrEqual(600)
    const all = Array.from({ length: 150 }, (_, i) => `C${String(i + 1).padStart(2, '0')}`)
    expect(all.filter((category) => (categories.get(category) ?? 0) < 2)).toEqual([])
  })
  test.each(['en', 'ko'] as const)('%s: at least 150 records in 60 categories', (locale) => {
    const { records, categories } = counts(locale)
    expect(records).toBeGreaterThanOrEqual(150)
    expect(categories.size).toBeGreaterThanOrEqual(60)
  })
  test('every record has two wordings', () => {
    expect(placed.filter(({ script }) => script.wordings.length < 2).map(({ script }) => script.id)).toEqual([])
  })
})

/** The demo's policy with some fields changed. */
async function storeWith(changes: Record<string, unknown>): Promise<Store> {
  const raw = parse(await readFile(join(DATA, 'stores/demo/store.yaml'), 'utf8')) as Record<string, unknown>
  const merged = Object.entries(changes).map(([field, change]) => [
    field,
    Array.isArray(change) ? change : { ...(raw[field] as object), ...(change as object) },
  ])
  const { store, faults } = parseStore({ ...raw, ...Object.fromEntries(merged) }, 'store.yaml')
  if (!store) throw new Error(JSON.stringify(faults))
  return store
}

/** Stores that differ in what they offer, so that both sides of every switch are said somewhere. */
const OTHER_OFFERS: readonly Record<string, unknown>[] = [
  {},
  {
    bargain: { mode: 'bounded', floor: 0.9 },
    invoice: { offered: false },
    shipping: { freeThreshold: undefined, insurance: false },
    service: { customMade: true, wholesale: false, visit: true },
    promotions: [],
    gifts: [],
  },
]

const SAID: Readonly<Record<Locale, readonly State['slots'][]>> = {
  zh: [said({ region: ['浙江', '浙江'], courier: ['顺丰', '顺丰'], colour: ['black', '黑色'], size: ['M', 'M码'] }), said({ region: ['新疆', '新疆'], courier: ['德邦', '德邦'] }), said({ region: ['香港', '香港'] })],
  en: [said({ region: ['浙江', 'Zhejiang'], courier: ['顺丰', 'SF'], colour: ['black', 'black'], size: ['M', 'M'] }), said({ region: ['美国', 'the US'], courier: ['UPS', 'UPS'] })],
  ko: [said({ region: ['浙江', '저장'], courier: ['顺丰', '순풍'], colour: ['black', '블랙'], size: ['M', 'M'] }), said({ region: ['韩国', '한국'], courier: ['CJ대한통운', 'CJ'] })],
}

function said(values: Record<string, [string, string]>): State['slots'] {
  const common: State['slots'] = {
    height: { value: 165, unit: 'cm', text: '165cm' },
    weight: { value: 55, unit: 'kg', text: '55kg' },
    age: { value: 5, unit: 'year', text: '5' },
    foot_length: { value: 24, unit: 'cm', text: '24cm' },
    quantity: { value: 2, text: '2' },
    price: { value: 30, unit: 'CNY', text: '30' },
    budget: { value: 100, unit: 'CNY', text: '100' },
    date: { value: '2026-11-27', text: '11.27' },
    time: { value: '15:00', text: '15:00' },
    flavour: { value: 'original', text: '原味' },
    receiver: { value: 'mother', text: '妈妈' },
    mass: { value: 3, unit: 'kg', text: '3kg' },
  }
  return { ...common, ...Object.fromEntries(Object.entries(values).map(([slot, [value, text]]) => [slot, { value, text }])) }
}

function orders(): (Facts['order'] | undefined)[] {
  const order = (status: 'created' | 'paid' | 'dispatched' | 'delivered' | 'closed', day: number): Facts['order'] => ({
    id: '260118200412345678',
    status,
    placedAt: new Date(NOW - day * 86_400_000).toISOString(),
    paidAt: new Date(NOW - day * 86_400_000).toISOString(),
    ...(status === 'dispatched' || status === 'delivered' ? { shippedAt: new Date(NOW - (day - 1) * 86_400_000).toISOString() } : {}),
    courier: '中通',
    trackingNo: '75312345678901',
    region: '浙江杭州',
    lines: [{ id: demo.cards[0]!.id, quantity: 1, price: 59 }],
    total: 59,
  })
  return [undefined, order('created', 1), order('paid', 1), order('paid', 9), order('dispatched', 4), order('delivered', 6), order('closed', 30)]
}

/** Fact sources of many situations, the plainest first; the same for every script of a language. */
async function situations(locale: Locale, persona: Record<string, unknown> = {}): Promise<FactSource[]> {
  const catalogue = createCatalogue(demo.cards)
  const list: FactSource[] = []
  for (const offers of OTHER_OFFERS) {
    const store = await storeWith({ ...offers, persona })
    for (const slots of [{}, ...SAID[locale]]) {
      for (const order of orders()) {
        for (const card of [undefined, ...demo.cards]) {
          for (const now of [NOW, QUIET]) {
            const live = { ...(order ? { order } : {}), shopper: { id: 's', name: 'Li', spent: 300, orders: order?.status === 'closed' ? 3 : 0 } }
            list.push(createFacts({ store, catalogue, live, productId: card?.id, slots, locale, channel: 'taobao', agent: { id: '01', name: 'Mia' }, now }))
          }
        }
      }
    }
  }
  return list
}

function holds(entry: Entry, facts: FactSource): boolean {
  const { when } = entry.script
  const known = (slot: string) => facts.get(slot as Parameters<FactSource['get']>[0])
  return (
    Object.entries(when.is ?? {}).every(([slot, values]) => values.includes(String(known(slot)?.value))) &&
    (when.lacks ?? []).every((slot) => known(slot) === undefined) &&
    (when.knows ?? []).every((slot) => known(slot) !== undefined)
  )
}

/** The first situation in which a script can be said, both forms of both wordings. */
function sayable(entry: Entry, among: readonly FactSource[]): FactSource | undefined {
  return among.find(
    (facts) => holds(entry, facts) && entry.forms.every((form) => !('lacks' in fill(form.open, facts)) && !('lacks' in fill(form.short, facts))),
  )
}

describe.each(LOCALES)('%s scripts in the demo store', (locale) => {
  const entries = () => createLibrary(placed.filter(({ script }) => script.locale === locale).map(({ script }) => script)).shelf(locale).entries
  const personas: Record<string, Record<string, unknown>> = {
    'as shipped': {},
    'formal, without address word or smile': { you: '', emoji: 'none', formality: 'formal' },
    lively: { you: { zh: '客官', en: 'love', ko: '고객님' }, self: { zh: '掌柜', en: 'we', ko: '저희' }, smile: '😊', emoji: 'rich' },
  }

  test('every script can be said in some situation', async () => {
    const among = await situations(locale)
    expect(entries().filter((entry) => !sayable(entry, among)).map(({ script }) => script.id)).toEqual([])
  })

  test.each(Object.keys(personas))('what they say passes the guard: %s', async (name) => {
    const among = await situations(locale, personas[name])
    const faults = entries().flatMap((entry) => {
      const facts = sayable(entry, among)
      if (!facts) return []
      return entry.forms.flatMap((form) =>
        [form.open, form.short].flatMap((template) => {
          const filled = fill(template, facts)
          if ('lacks' in filled) return []
          const { warnings } = guard.check(filled.text, { kind: 'fill', locale, uiLocale: 'en', channel: 'taobao', intents: entry.script.intents, printed: filled.printed, facts })
          const serious = warnings.filter((warning) => warning.level !== 'hint')
          return serious.map((warning) => `${entry.script.id} ${warning.rule} ${warning.says}: ${filled.text}`)
        }),
      )
    })
    expect(faults).toEqual([])
  })
})
