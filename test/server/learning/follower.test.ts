import { expect, test } from 'vitest'
import { createFollower } from '../../../src/server/learning/follower.ts'
import type { Forgotten } from '../../../src/server/learning/forgotten.ts'
import type { SettingsOfStores } from '../../../src/server/learning/store-settings.ts'
import type { FoldLog, SavedFold } from '../../../src/server/ports.ts'
import { createLog } from '../../insight/learn/log.ts'

const written = createLog()
for (let i = 0; i < 8; i += 1) {
  const turnId = written.answer(`c${i}`, [{ scriptId: 'a' }, { scriptId: 'b' }])
  written.feedback(turnId, 1, 'sent', `agent-${i}`)
}

/** A log in memory, and followers of it that can be told what to forget and when to end. */
function following() {
  const state = { forgotten: [] as readonly Forgotten[], isClosing: false }
  let saved: SavedFold | undefined
  const log: FoldLog = {
    async read(after, limit) {
      const page = written.events.filter(({ n }) => n > after).slice(0, limit)
      return page.map((event) => ({ ...event, key: '', print: '' })) as Awaited<ReturnType<FoldLog['read']>>
    },
    async saveFold(fold) {
      saved = JSON.parse(JSON.stringify(fold))
      return true
    },
    fold: async () => saved,
  }
  const settings = {
    of: () => ({ on: true, forgotten: state.forgotten, decisions: [], quiet: [] }),
  } as unknown as SettingsOfStores
  const follower = (stores: readonly string[] = ['small']) =>
    createFollower({
      log,
      stores,
      settings,
      saidIn: () => () => undefined,
      failed: () => undefined,
      isClosing: () => state.isClosing,
    })
  return { state, follower, saved: () => saved }
}
const sentOf = (follower: ReturnType<typeof createFollower>) =>
  follower
    .learner('small')!
    .figures()
    .find(({ scriptId }) => scriptId === 'b')?.sent ?? 0

test('goes on where it was saved', async () => {
  const { follower, saved } = following()
  const first = follower()
  await first.open()
  expect(await first.follow()).toEqual(new Set(['small']))
  expect(await first.follow()).toEqual(new Set())
  await first.save()
  expect(saved()).toMatchObject({ name: 'learning', n: written.events.at(-1)!.n })
  const second = follower()
  await second.open()
  await second.follow()
  expect(sentOf(second)).toBe(sentOf(first))
})

test('what was to be forgotten is not saved as forgotten before it is', async () => {
  const { state, follower } = following()
  const first = follower()
  await first.open()
  await first.follow()
  state.forgotten = [{ after: 0, upTo: first.n }]
  // the process ends before the store is folded anew
  state.isClosing = true
  await first.rebuild('small')
  await first.save()
  state.isClosing = false
  const second = follower()
  await second.open()
  await second.follow()
  expect(sentOf(second)).toBe(0)
})

test('a store that is new is folded from the beginning, the others are not folded twice', async () => {
  const { follower } = following()
  const first = follower()
  await first.open()
  await first.follow()
  await first.save()
  const sent = sentOf(first)
  const second = follower(['small', 'new'])
  await second.open()
  await second.follow()
  expect(sentOf(second)).toBe(sent)
  expect(second.learner('new')!.events).toBe(0)
})
