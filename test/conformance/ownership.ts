import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import type { Bus, Ownership } from '../../src/server/ports.ts'
import { pushOf, TOPIC, until } from './bus.ts'

export interface Process {
  readonly bus: Bus
  readonly ownership: Ownership
}

const IGNORED = { wanted: () => undefined, goesAlone: () => undefined, toRenew: () => undefined }
const LEFT = { seq: 2, talk: '{"话":"术"}' }

/** What ownership means in every adapter; `open` gives the processes of one cluster. */
export function ownershipConformance(name: string, open: () => Promise<readonly Process[]>): void {
  describe(`ownership ${name}`, () => {
    test('is had after a claim, and kept', async () => {
      const [one] = await open()
      await one!.ownership.claim(TOPIC, undefined)
      expect(one!.ownership.owns(TOPIC)).toBe(true)
      expect(one!.ownership.isAlone).toBe(false)
    })

    test('knows of a conversation nobody has worked on only that its numbering has not begun', async () => {
      const [one] = await open()
      const claim = await one!.ownership.claim(TOPIC, undefined)
      if (claim) expect(claim).toEqual({ isUnbroken: false, wasApart: false, seq: 0, recent: [] })
    })

    test('has one epoch', async () => {
      const processes = await open()
      expect(new Set(processes.map(({ ownership }) => ownership.epoch)).size).toBe(1)
      expect(processes[0]!.ownership.epoch).not.toBe('')
    })

    test('moves to who claims it, with numbering, last pushes and what was left', async () => {
      const [one, two] = await open()
      if (!two) return
      const wanted: string[] = []
      one!.ownership.attend({
        ...IGNORED,
        async wanted(topic) {
          wanted.push(topic)
          await wait(20)
          await one!.ownership.release(topic, LEFT)
        },
      })
      await one!.ownership.claim(TOPIC, undefined)
      const pushes = [pushOf(TOPIC, 1), pushOf(TOPIC, 2, 'suggestions.stale')]
      for (const push of pushes) one!.bus.publish(push)
      const claim = await two.ownership.claim(TOPIC, undefined)
      expect(claim).toEqual({ isUnbroken: false, wasApart: false, recent: pushes, ...LEFT })
      expect([wanted, one!.ownership.owns(TOPIC), two.ownership.owns(TOPIC)]).toEqual([[TOPIC], false, true])
    })

    test('that was released is free: what was left is given out once, numbering stays', async () => {
      const [one, two] = await open()
      if (!two) return
      await one!.ownership.claim(TOPIC, undefined)
      await one!.ownership.release(TOPIC, LEFT)
      expect(await two.ownership.claim(TOPIC, undefined)).toMatchObject(LEFT)
      await two.ownership.release(TOPIC)
      const again = await one!.ownership.claim(TOPIC, undefined)
      expect(again).toEqual({ isUnbroken: false, wasApart: false, seq: 2, recent: [] })
    })

    test('is of one at a time, however many want it', async () => {
      const processes = await open()
      const owners = new Set<number>()
      const work = async (i: number) => {
        const { ownership } = processes[i]!
        let isBusy = false
        let leaving: Promise<void> = Promise.resolve()
        ownership.attend({
          ...IGNORED,
          wanted(topic) {
            leaving = leaving
              .then(() => until(() => !isBusy))
              .then(() => ownership.release(topic, { seq: i, talk: `${i}` }))
          },
        })
        for (let round = 0; round < 15; round += 1) {
          await leaving
          isBusy = true
          await ownership.claim(TOPIC, undefined)
          owners.add(i)
          await wait(1)
          expect([...owners]).toEqual([i])
          expect(ownership.owns(TOPIC)).toBe(true)
          owners.delete(i)
          isBusy = false
        }
      }
      if (processes.length > 1) await Promise.all(processes.map((_, i) => work(i)))
    })
  })
}
