import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { openPostgres } from '../../../src/server/adapters/database-postgres.ts'
import { openSqlite } from '../../../src/server/adapters/database-sqlite.ts'
import type { StoredEdit } from '../../../src/server/library/stored-edit.ts'
import type { Database, PlacedVersion } from '../../../src/server/ports.ts'
import { startPostgres } from '../../services/postgres.ts'
import { temporaryFolder } from '../gateway-under-test.ts'
import { rounds, startGateway } from './gateway-process.ts'

const SCRIPTS = 800

/** A way for many scripts to come in at once; `roundOf` = the round in which one of them was sent. */
interface Way {
  readonly path: string
  readonly type: string
  readonly body: (round: number) => string
  readonly roundOf: (version: PlacedVersion) => number
}

const bulk: Way = {
  path: '/v1/scripts/bulk',
  type: 'application/json',
  body(round) {
    const changes = Array.from({ length: SCRIPTS }, (_, i) => {
      const text = `第${round}批第${i}句`
      const script = { locale: 'zh', intents: ['size_fit.bias'], wordings: [{ open: text, short: text }] }
      return { id: `own.${round}.${i}`, op: 'put', script }
    })
    return JSON.stringify({ store: 'demo', changes })
  },
  roundOf: ({ id }) => Number(id.split('.')[1]),
}

const phrases: Way = {
  path: '/v1/scripts/import?store=demo',
  type: 'text/csv',
  body(round) {
    // a letter of its own, so that no round says what another has said
    const letter = String.fromCodePoint(0x4e00 + round)
    const rows = Array.from({ length: SCRIPTS }, (_, i) => `${round}.${i},${letter}批的第${i}句`)
    return ['快捷短语编码,快捷短语', ...rows].join('\n')
  },
  roundOf: ({ body }) => Number.parseInt((body as StoredEdit).source!.phrase.code, 10),
}

/**
 * Kills the gateway while thousands of scripts come in, and looks at what is left: the first time when it has answered, then at other moments on the way to
 * where it would have.
 */
async function killAndLook(way: Way, where: string, times: number, open: () => Promise<Database>): Promise<void> {
  const acknowledged: boolean[] = []
  let took = 0
  for (let round = 0; round < times; round += 1) {
    const gateway = await startGateway(where)
    const begin = performance.now()
    const sent = fetch(`${gateway.url}${way.path}`, {
      method: 'POST',
      headers: { 'content-type': way.type },
      body: way.body(round),
    }).then(
      async (response) => response.ok && (await response.text()) !== '',
      () => false,
    )
    await (round === 0 ? sent : Promise.race([sent, wait(took * (0.2 + round / times))]))
    if (round === 0) took = performance.now() - begin
    await gateway.kill()
    acknowledged.push(await sent)
  }
  const database = await open()
  const kept = new Array<number>(times).fill(0)
  for (let after = 0; ; ) {
    const page = await database.changes(after, 500)
    for (const version of page) kept[way.roundOf(version)]! += 1
    if (page.length < 500) break
    after = page.at(-1)!.n
  }
  await database.close()
  expect(acknowledged[0]).toBe(true)
  acknowledged.forEach((isSure, round) => {
    if (isSure) expect(kept[round]).toBe(SCRIPTS)
    else expect([0, SCRIPTS]).toContain(kept[round])
  })
}

describe.each([
  ['scripts that are edited', bulk],
  ['phrases that are imported', phrases],
] as const)('%s together are all there after a kill, or none is', (_, way) => {
  test('embedded', async () => {
    const dataDir = temporaryFolder()
    await killAndLook(way, dataDir, rounds(2, 40), () => openSqlite(dataDir))
  }, 600_000)

  test('PostgreSQL', async () => {
    const server = await startPostgres({ durable: true })
    try {
      const url = await server.createDatabase()
      await killAndLook(way, url, rounds(2, 30), () => openPostgres(url))
    } finally {
      await server.remove()
    }
  }, 600_000)
})
