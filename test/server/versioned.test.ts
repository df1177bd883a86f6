import { expect, onTestFinished, test, vi } from 'vitest'
import { openSqlite } from '../../src/server/adapters/database-sqlite.ts'
import { createMemoryNews } from '../../src/server/adapters/news-memory.ts'
import { createVersioned } from '../../src/server/versioned.ts'
import { temporaryFolder } from '../cli/temporary-folder.ts'

test('what nobody has told of is noticed, where others write to the database', async () => {
  const database = await openSqlite(await temporaryFolder())
  onTestFinished(() => database.close())
  const failed = (error: unknown) => {
    throw error
  }
  const made = async (lookMs?: number) => {
    // each hears nothing of the others
    const versioned = createVersioned({ database, news: createMemoryNews(), clock: { now: Date.now }, lookMs, failed })
    const heard: string[] = []
    versioned.attend('script', (newest) => void heard.push(...newest.map(({ id }) => id)))
    await versioned.open()
    onTestFinished(() => versioned.close())
    return { versioned, heard }
  }
  const [looking, deaf, writer] = [await made(5), await made(), await made()]
  await writer.versioned.write('script', 'somebody', [{ id: 'demo/own.1', version: 1, body: {} }])
  await vi.waitFor(() => expect(looking.heard).toEqual(['demo/own.1']))
  expect(deaf.heard).toEqual([])
  await looking.versioned.close()
})
