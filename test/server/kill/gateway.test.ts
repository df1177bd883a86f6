import { expect, test } from 'vitest'
import { openPostgres } from '../../../src/server/adapters/database-postgres.ts'
import { openSqlite } from '../../../src/server/adapters/database-sqlite.ts'
import type { Database } from '../../../src/server/ports.ts'
import { startPostgres } from '../../services/postgres.ts'
import { temporaryFolder } from '../gateway-under-test.ts'
import { rounds, startGateway, until } from './gateway-process.ts'
import { expectKept, LoadClient } from './load-client.ts'

/** Kills the gateway under load again and again, and looks at what is left. */
async function killAndLook(where: string, times: number, open: () => Promise<Database>): Promise<void> {
  const client = new LoadClient()
  for (let round = 0; round < times; round += 1) {
    const gateway = await startGateway(where)
    await client.connect(gateway.url)
    // at another moment each time
    await client.talkUntilAcknowledged(100 + (round % 10) * 37)
    await gateway.kill()
    client.disconnect()
  }
  const gateway = await startGateway(where)
  await client.connect(gateway.url)
  await until(() => client.unacknowledged.size === 0)
  await gateway.kill()
  client.disconnect()

  expect(client.messages.length).toBeGreaterThan(50 * times)
  expect(client.feedback.length).toBeGreaterThan(20 * times)
  const database = await open()
  await expectKept(database, client)
  await database.close()
  console.log(
    `${times} kills of the gateway (${where.startsWith('postgres:') ? 'PostgreSQL' : 'embedded'}): ${client.messages.length} messages and ${client.feedback.length} feedback acknowledged, each there once`,
  )
}

test('what was acknowledged is there once, after kills of the gateway under load: embedded', async () => {
  const dataDir = temporaryFolder()
  await killAndLook(dataDir, rounds(3, 50), () => openSqlite(dataDir))
}, 600_000)

test('what was acknowledged is there once, after kills of the gateway under load: PostgreSQL', async () => {
  const server = await startPostgres({ durable: true })
  try {
    const url = await server.createDatabase()
    await killAndLook(url, rounds(3, 30), () => openPostgres(url))
  } finally {
    await server.remove()
  }
}, 600_000)
