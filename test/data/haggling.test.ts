/** The scripts of the haggling ladder: each says which argument it makes, makes no other, and hardly ever says no. */
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { initialState } from '../../src/intents/index.ts'
import { createLibrary, type Script } from '../../src/scripts/index.ts'
import { DATA } from '../../src/server/engine.ts'
import { readScripts } from '../../src/server/load/scripts.ts'
import { argumentsUsed } from '../../src/suggest/arguments.ts'

const LADDER = new Set(['C42', 'C43', 'C44', 'C45', 'C46', 'C52', 'C58'])
const DISCOUNT = { zh: '满99减10', en: '¥10 off over ¥99', ko: '99위안 이상 10위안 할인' }
const NO = /不(?!好意思|错|过|仅|用担心|客气|限|少|断|同)/g

let scripts: Script[]
beforeAll(async () => {
  const placed = await readScripts(join(DATA, 'scripts'))
  scripts = placed.map(({ script }) => script).filter(({ category }) => LADDER.has(category))
})
const textsOf = ({ wordings }: Script) => wordings.flatMap(({ open, short }) => [open, short])

describe('scripts of the haggling ladder', () => {
  test('what answers or closes says its argument', () => {
    const bare = scripts.filter(
      ({ tier, argument }) => (tier === 'answer' || tier === 'close') && argument.length === 0,
    )
    expect(bare.map(({ id }) => id)).toEqual([])
  })
  test('their words make no other argument', () => {
    const nothing = createLibrary([])
    const mixed = scripts
      .filter(({ argument }) => argument.length > 0)
      .flatMap((script) =>
        textsOf(script).flatMap((text) => {
          const said = [text.replace('{{discount.rule}}', DISCOUNT[script.locale]).replace(/\{\{[^}]*\}\}/g, '')]
          const made = argumentsUsed({ ...initialState(script.locale), said }, nothing)
          return [...made].filter((one) => !script.argument.includes(one)).map((one) => `${script.id} ${one}: ${text}`)
        }),
      )
    expect(mixed).toEqual([])
  })
  test('one 不 at the most', () => {
    const many = scripts.flatMap((script) => textsOf(script).filter((text) => (text.match(NO)?.length ?? 0) > 1))
    expect(many).toEqual([])
  })
})
