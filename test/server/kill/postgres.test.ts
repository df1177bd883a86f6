import { expect, test } from 'vitest'
import { openPostgres } from '../../../src/server/adapters/database-postgres.ts'
import { startPostgres } from '../../services/postgres.ts'
import { rounds, startGateway, until } from './gateway-process.ts'
import { expectKept, LoadClient } from './load-client.ts'

const DURING = 100

test('kills of PostgreSQL under load: suggestions go on, nothing acknowledged is lost, the gateway finds back by itself', async () => {
  const times = rounds(3, 5)
  const server = await startPostgres({ durable: true })
  try {
    const url = await server.createDatabase()
    const gateway = await startGateway(url)
    const degraded = async () => {
      const ready = (await (await fetch(`${gateway.url}/readyz`)).json()) as { degraded: string[] }
      return ready.degraded
    }
    const client = new LoadClient()
    await client.connect(gateway.url)
    for (let round = 0; round < times; round += 1) {
      await client.talkUntilAcknowledged(150 + round * 37)
      const refusals = client.refusals
      await server.kill()
      const said = Array.from({ length: DURING }, () => client.say())
      // every one of them, while there is no database
      await until(() => said.every((id) => client.answered.has(id)))
      await until(() => client.refusals > refusals)
      expect(await degraded()).toEqual(['log'])
      await server.start()
    }
    await until(() => client.unacknowledged.size === 0)
    expect(await degraded()).toEqual([])
    await gateway.kill()
    client.disconnect()
    const database = await openPostgres(url)
    await expectKept(database, client)
    await database.close()
    console.log(
      `${times} kills of PostgreSQL: ${times * DURING} of ${times * DURING} messages answered while it was away, ${client.acknowledged} records acknowledged, each there once`,
    )
  } finally {
    await server.remove()
  }
}, 600_000)
