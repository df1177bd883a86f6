import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { createBullJobs } from '../../../src/server/adapters/jobs-bullmq.ts'
import { createLogger } from '../../../src/server/observe.ts'
import { jobsConformance } from '../../conformance/jobs.ts'
import { type Redis, startRedis } from '../../services/redis.ts'

let redis: Redis
let database = 0
beforeAll(async () => {
  redis = await startRedis()
})
afterAll(() => redis.remove())
// a database of its own for each test
beforeEach(() => {
  database += 1
})

const make = () => createBullJobs(`${redis.url}/${database}`, { now: Date.now }, createLogger('silent'))

jobsConformance('BullMQ', make)

test('goes on when Redis comes back; what was asked for meanwhile is left to the sweep', async () => {
  const called: string[] = []
  const jobs = make()
  onTestFinished(() => jobs.close())
  jobs.start(async (id) => void called.push(id))
  await jobs.schedule('before', Date.now())
  await vi.waitFor(() => expect(called).toEqual(['before']), 5_000)
  await redis.kill()
  await jobs.schedule('meanwhile', Date.now())
  await redis.start()
  await vi.waitFor(
    async () => {
      await jobs.schedule('after', 1)
      expect(called).toContain('after')
    },
    { timeout: 15_000, interval: 200 },
  )
})
