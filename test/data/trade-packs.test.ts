/** The trade packs beside the common library: sound, of their own, big enough, and what they say passes the guard. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { createGuard, type Guard } from '../../src/guard/index.ts'
import { type FactSource, parseCards } from '../../src/policy/index.ts'
import { createLibrary, type Filled, fill, lintLibrary, type Placed, type Template } from '../../src/scripts/index.ts'
import { DATA } from '../../src/server/engine.ts'
import { readTopics } from '../../src/server/load/intents.ts'
import { readRules } from '../../src/server/load/rules.ts'
import { readScripts } from '../../src/server/load/scripts.ts'
import { readStore } from '../../src/server/load/stores.ts'
import { readTrades, TRADES, tradeNames } from '../../src/server/load/trades.ts'
import { nearDuplicates } from './near-duplicates.ts'
import { situations } from './situations.ts'

const packs = await tradeNames(DATA)
let common: Placed[]
let trades: Placed[]
let guard: Guard
let among: readonly FactSource[]
beforeAll(async () => {
  common = await readScripts(join(DATA, 'scripts'))
  trades = await readTrades(DATA)
  guard = createGuard(await readRules(DATA))
  among = await situations((await readStore(join(DATA, 'stores/demo'), 'demo')).cards, 'zh', {})
})

const packOf = ({ file }: Placed) => packs.find((name) => file.includes(join(TRADES, name)))!
/** A text as it is said in the first situation that has all its facts. */
function firstSaid(template: Template): { readonly filled: Filled; readonly facts: FactSource } | undefined {
  for (const facts of among) {
    const filled = fill(template, facts)
    if (!('lacks' in filled)) return { filled, facts }
  }
  return undefined
}
const textsOf = ({ script }: Placed) =>
  script.wordings.flatMap(({ open, short }) => [open, short].map((text) => ({ id: script.id, text })))

test('all packs together with the common library have no fault', async () => {
  const topics = (await readTopics(join(DATA, 'intents'))).map(({ id }) => id)
  const faults = lintLibrary([...common, ...trades], { topics, locales: ['zh', 'en', 'ko'] })
  expect(faults.map(({ scriptId, message }) => `${scriptId} ${message}`)).toEqual([])
})

test('no line says again what the common library or another record says', () => {
  const lines = [...common.filter(({ script }) => script.locale === 'zh'), ...trades].flatMap(textsOf)
  const isTrade = new Set(trades.map(({ script }) => script.id))
  // a script's two lengths may be alike
  const again = nearDuplicates(lines.map(({ text }) => text.replaceAll(/\{\{[^}]*\}\}/g, ' ')))
    .map(([a, b]) => [lines[a]!, lines[b]!] as const)
    .filter(([a, b]) => a.id !== b.id && (isTrade.has(a.id) || isTrade.has(b.id)))
  expect(again.map(([a, b]) => `${a.id} / ${b.id}: ${a.text} / ${b.text}`)).toEqual([])
})

describe.each(packs)('%s', (pack) => {
  const own = () => trades.filter((placed) => packOf(placed) === pack)

  test('has at least 120 records of its own ids, each for a case of the trade, in two wordings', () => {
    expect(own().length).toBeGreaterThanOrEqual(120)
    const odd = own().filter(
      ({ script }) => !script.id.startsWith(`zh.${pack}.`) || script.wordings.length < 2 || !script.when.words,
    )
    expect(odd.map(({ script }) => script.id)).toEqual([])
  })

  test('what it says passes the guard', () => {
    const { entries } = createLibrary(own().map(({ script }) => script)).shelf('zh')
    const faults = entries.flatMap((entry) =>
      entry.forms.flatMap(({ open, short }) =>
        [open, short].flatMap((template) => {
          const said = firstSaid(template)
          if (!said) return [`${entry.script.id} can be said nowhere`]
          const { warnings } = guard.check(said.filled.text, {
            kind: 'fill',
            locale: 'zh',
            uiLocale: 'en',
            channel: 'taobao',
            intents: entry.script.intents,
            printed: said.filled.printed,
            facts: said.facts,
          })
          const serious = warnings.filter(({ level }) => level !== 'hint')
          return serious.map(({ rule, says }) => `${entry.script.id} ${rule} ${says}: ${said.filled.text}`)
        }),
      ),
    )
    expect(faults).toEqual([])
  })

  test('its first goods load as a store’s', async () => {
    const { cards, faults } = parseCards(parse(await readFile(join(DATA, TRADES, pack, 'products.yaml'), 'utf8')), '')
    expect(faults).toEqual([])
    expect(cards.length).toBeGreaterThan(0)
  })
})
