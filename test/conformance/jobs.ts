import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import type { Jobs } from '../../src/server/ports.ts'

/** What every `Jobs` adapter has to do. */
export function jobsConformance(name: string, make: () => Jobs | Promise<Jobs>): void {
  async function started(work: (id: string) => Promise<void>): Promise<Jobs> {
    const jobs = await make()
    onTestFinished(() => jobs.close())
    jobs.start(work)
    return jobs
  }

  describe(`${name}, as a job queue`, () => {
    test('calls for what is due, and for what will be when it is', async () => {
      const called: string[] = []
      const jobs = await started(async (id) => void called.push(id))
      await jobs.schedule('later', Date.now() + 600)
      await jobs.schedule('now', Date.now() - 5)
      await vi.waitFor(() => expect(called).toEqual(['now']), 2_000)
      await vi.waitFor(() => expect(called).toEqual(['now', 'later']), 5_000)
    })

    test('the same task at the same time comes once, at another time again', async () => {
      const called: string[] = []
      const jobs = await started(async (id) => void called.push(id))
      const at = Date.now() + 200
      await jobs.schedule('a', at)
      await jobs.schedule('a', at)
      await jobs.schedule('a', at + 1)
      await vi.waitFor(() => expect(called).toEqual(['a', 'a']), 5_000)
      await wait(300)
      expect(called).toEqual(['a', 'a'])
    })

    test('work that fails stops nothing else', async () => {
      const called: string[] = []
      const jobs = await started(async (id) => {
        called.push(id)
        if (id === 'bad') throw new Error('cannot be done')
      })
      await jobs.schedule('bad', Date.now())
      await jobs.schedule('good', Date.now() + 50)
      await vi.waitFor(() => expect(called).toContain('good'), 5_000)
    })

    test('closing waits for the work under way', async () => {
      let isDone = false
      let hasBegun = false
      const jobs = await make()
      jobs.start(async () => {
        hasBegun = true
        await wait(200)
        isDone = true
      })
      await jobs.schedule('a', Date.now())
      await vi.waitFor(() => expect(hasBegun).toBe(true), 5_000)
      await jobs.close()
      expect(isDone).toBe(true)
    })
  })
}
