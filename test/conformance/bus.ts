import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import type { Bus, Push } from '../../src/server/ports.ts'

export const pushOf = (topic: string, seq: number, type: Push['type'] = 'suggestions.ready'): Push => ({
  topic,
  type,
  turnId: `t${seq}`,
  seq,
  frame: Buffer.from(`帧 ${seq}`),
})
export const TOPIC = JSON.stringify(['demo', 'web', 'c'])

/** Waits for what is bound to come; when it does not, the test's own time limit ends it. */
export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await wait(5)
}

/** What every bus does; `open` gives the buses of as many processes as there are, all of one cluster. */
export function busConformance(name: string, open: () => Promise<readonly Bus[]>): void {
  describe(`the bus ${name}`, () => {
    test('delivers in this process before publish returns', async () => {
      const [bus] = await open()
      const heard: Push[] = []
      bus!.subscribe(TOPIC, 0, (push) => heard.push(push))
      const push = { ...pushOf(TOPIC, 1), asker: { session: 's', re: 'r' } }
      bus!.publish(push)
      expect(heard).toEqual([push])
    })

    test('delivers to every process, in order, none twice, to those who listen on the topic', async () => {
      const buses = await open()
      const other = JSON.stringify(['demo', 'web', 'd'])
      const heard = buses.map((bus) => {
        const pushes: Push[] = []
        bus.subscribe(TOPIC, 0, (push) => pushes.push(push))
        bus.subscribe(TOPIC, 0, (push) => pushes.push(push))
        bus.subscribe(other, 0, () => expect.unreachable('another topic'))
        return pushes
      })
      await wait(50)
      const sent = Array.from({ length: 200 }, (_, i) => ({
        ...pushOf(TOPIC, i + 1),
        asker: { session: 's', re: `${i}` },
      }))
      for (const push of sent) buses[0]!.publish(push)
      await until(() => heard.every((pushes) => pushes.length >= 2 * sent.length))
      for (const pushes of heard) expect(pushes).toEqual(sent.flatMap((push) => [push, push]))
    })

    test('gives a listener only what comes after the number it begins with', async () => {
      const buses = await open()
      const bus = buses.at(-1)!
      const heard: number[] = []
      bus.publish(pushOf(TOPIC, 1))
      bus.publish(pushOf(TOPIC, 2))
      bus.subscribe(TOPIC, 2, ({ seq }) => heard.push(seq))
      bus.publish(pushOf(TOPIC, 3))
      await wait(50)
      expect(heard).toEqual([3])
    })

    test('ends with the listener, and the others go on', async () => {
      const [bus] = await open()
      const heard: string[] = []
      const stop = bus!.subscribe(TOPIC, 0, () => heard.push('first'))
      bus!.subscribe(TOPIC, 0, () => heard.push('second'))
      stop()
      stop()
      bus!.publish(pushOf(TOPIC, 1))
      expect(heard).toEqual(['second'])
    })

    test('knows whether another process listens', async () => {
      const [bus, ...others] = await open()
      bus!.subscribe(TOPIC, 0, () => undefined)
      expect(await bus!.isHeardElsewhere(TOPIC)).toBe(false)
      if (others.length === 0) return
      const stop = others[0]!.subscribe(TOPIC, 0, () => undefined)
      while (!(await bus!.isHeardElsewhere(TOPIC))) await wait(5)
      stop()
      while (await bus!.isHeardElsewhere(TOPIC)) await wait(5)
    })
  })
}
