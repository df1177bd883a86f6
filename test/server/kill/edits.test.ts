import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { openPostgres } from '../../../src/server/adapters/database-postgres.ts'
import { openSqlite } from '../../../src/server/adapters/database-sqlite.ts'
import type { Database } from '../../../src/server/ports.ts'
import { startPostgres } from '../../services/postgres.ts'
import { temporaryFolder } from '../gateway-under-test.ts'
import { rounds, startGateway } from './gateway-process.ts'

const SCRIPTS = 1_500

function batch(round: number): object {
  const changes = Array.from({ length: SCRIPTS }, (_, i) => {
    const text = `第${round}批第${i}句`
    const script = { locale: 'zh', intents: ['size_fit.bias'], wordings: [{ open: text, short: text }] }
    return { id: `own.${round}.${i}`, op: 'put', script }
  })
  return { store: 'demo', changes }
}

/** Kills the gateway while thousands of scripts come in, at another moment each time, and looks at what is left. */
async function killAndLook(where: string, times: number, open: () => Promise<Database>): Promise<void> {
  const acknowledged: boolean[] = []
  for (let round = 0; round < times; round += 1) {
    const gateway = await startGateway(where)
    const sent = fetch(`${gateway.url}/v1/scripts/bulk`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(batch(round)),
    }).then(
      async (response) => response.ok && (await response.text()) !== '',
      () => false,
    )
    await Promise.race([sent, wait(40 + round * 90)])
    await gateway.kill()
    acknowledged.push(await sent)
  }
  const database = await open()
  const kept = new Array<number>(times).fill(0)
  for (let after = 0; ; ) {
    const page = await database.changes(after, 500)
    for (const { id } of page) kept[Number(id.split('.')[1])]! += 1
    if (page.length < 500) break
    after = page.at(-1)!.n
  }
  await database.close()
  acknowledged.forEach((isSure, round) => {
    if (isSure) expect(kept[round]).toBe(SCRIPTS)
    else expect([0, SCRIPTS]).toContain(kept[round])
  })
}

test('scripts that come in together are all there after a kill, or none is: embedded', async () => {
  const dataDir = temporaryFolder()
  await killAndLook(dataDir, rounds(4, 40), () => openSqlite(dataDir))
}, 600_000)

test('scripts that come in together are all there after a kill, or none is: PostgreSQL', async () => {
  const server = await startPostgres({ durable: true })
  try {
    const url = await server.createDatabase()
    await killAndLook(url, rounds(3, 30), () => openPostgres(url))
  } finally {
    await server.remove()
  }
}, 600_000)
