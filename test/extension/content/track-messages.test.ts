import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Bubble, createTracker } from '../../../src/extension/content/track-messages.ts'

const says = (text: string, role: Bubble['role'] = 'shopper', platformId?: string): Bubble => ({
  platformId,
  role,
  kind: 'text',
  text,
})
const talk = (...texts: string[]) => texts.map((text, index) => says(text, index % 2 ? 'agent' : 'shopper'))
const textsOf = (bubbles: readonly Bubble[]) => bubbles.map(({ text }) => text)

describe('the bubbles of a talk', () => {
  test('the first look is history; what comes at the end later is new', () => {
    const tracker = createTracker()
    expect(tracker.look(talk('你好', '在的')).added).toEqual([])
    expect(textsOf(tracker.look(talk('你好', '在的', '多少钱')).added)).toEqual(['多少钱'])
    expect(tracker.look(talk('你好', '在的', '多少钱')).added).toEqual([])
  })

  test('the first of a talk that was empty are another stretch of it: whoever follows it opens it again', () => {
    const tracker = createTracker()
    expect(tracker.look([]).isReplaced).toBe(false)
    expect(tracker.look(talk('在吗'))).toMatchObject({ added: [], isReplaced: true })
    expect(textsOf(tracker.look(talk('在吗', '在的', '多少钱')).added)).toEqual(['在的', '多少钱'])
  })

  test('keep their ids when the list is drawn again, and repeated words get ids of their own', () => {
    const tracker = createTracker()
    const first = tracker.look([says('在吗'), says('在吗')]).all
    expect(new Set(first.map(({ messageId }) => messageId)).size).toBe(2)
    expect(tracker.look([says('在吗'), says('在吗')]).all).toEqual(first)
    const third = tracker.look([says('在吗'), says('在吗'), says('在吗')])
    expect(third.all.slice(0, 2)).toEqual(first)
    expect(third.added).toHaveLength(1)
    expect(tracker.look([]).added).toEqual([])
    expect(tracker.look([says('在吗'), says('在吗'), says('在吗')]).all).toEqual(third.all)
  })

  test('older messages loaded above are not new', () => {
    const tracker = createTracker()
    const late = tracker.look(talk('三', '四')).all
    const seen = tracker.look(talk('一', '二', '三', '四'))
    expect(seen.added).toEqual([])
    expect(seen.all.slice(2)).toEqual(late)
    expect(textsOf(tracker.look(talk('一', '二', '三', '四', '五')).added)).toEqual(['五'])
  })

  test('a message that is taken away makes none of the others new', () => {
    const tracker = createTracker()
    tracker.look(talk('甲', '乙', '丙', '丁', '戊'))
    expect(tracker.look([says('甲'), says('丙'), says('丁', 'agent'), says('戊')]).added).toEqual([])
  })

  test('what a shopper rewords is sent under a new id, what an agent rewords is not', () => {
    const tracker = createTracker()
    const [, , third] = tracker.look(talk('a', 'b', 'c', 'd')).all
    const seen = tracker.look(talk('a', 'b', 'c!', 'd'))
    expect(textsOf(seen.added)).toEqual(['c!'])
    expect(seen.added[0]!.messageId).toMatch(new RegExp(`^${third!.messageId}~`))
    expect(tracker.look(talk('a', 'b', 'c!', 'd?')).added).toEqual([])
  })

  test('a bubble that gets its real name from the platform stays the same message', () => {
    const tracker = createTracker()
    tracker.look([says('hi', 'shopper', '1')])
    const sent = tracker.look([says('hi', 'shopper', '1'), says('hello', 'agent', 'pending-7')])
    const named = tracker.look([says('hi', 'shopper', '1'), says('hello', 'agent', '2')])
    expect(named.added).toEqual([])
    expect(named.all[1]!.messageId).toBe(sent.all[1]!.messageId)
  })

  test('another talk in the same list is told apart', () => {
    const tracker = createTracker()
    tracker.look(talk('你好', '在的', '165穿什么码'))
    expect(tracker.look(talk('你好', '您好', '什么时候发货', '今天发')).isReplaced).toBe(true)
  })

  test('however a page shows its talk, each message is new once, in order', () => {
    const Talk = fc.array(
      fc.record({ text: fc.constantFrom('在吗', '好的', 'a', 'b', 'c', 'd'), isShopper: fc.boolean() }),
      { minLength: 4, maxLength: 30 },
    )
    fc.assert(
      fc.property(Talk, fc.array(fc.nat(12), { maxLength: 25 }), (messages, steps) => {
        // platform ids, and a window on the newest that is drawn again, grows and shrinks
        const all = messages.map(({ text, isShopper }, index) =>
          says(text, isShopper ? 'shopper' : 'agent', `m${index}`),
        )
        const tracker = createTracker()
        let shown = 3
        tracker.look(all.slice(0, shown))
        const added: string[] = []
        for (const step of steps) {
          shown = Math.min(all.length, shown + (step % 3))
          // the newest stay in view, as they do while an agent answers
          const from = Math.max(0, shown - 4 - step)
          added.push(...tracker.look(all.slice(from, shown)).added.map(({ messageId }) => messageId))
        }
        expect(added).toEqual(all.slice(3, shown).map(({ platformId }) => platformId))
      }),
    )
  })

  test('without ids of the platform, too, nothing comes twice while the newest are in view', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ minLength: 1, maxLength: 6 }), { minLength: 6, maxLength: 30 }),
        fc.array(fc.nat(12), { maxLength: 25 }),
        (texts, steps) => {
          const all = talk(...texts)
          const tracker = createTracker()
          let shown = 5
          tracker.look(all.slice(0, shown))
          const added: string[] = []
          for (const step of steps) {
            shown = Math.min(all.length, shown + (step % 3))
            const from = Math.max(0, shown - 5 - step)
            added.push(...textsOf(tracker.look(all.slice(from, shown)).added))
          }
          expect(added).toEqual(texts.slice(5, shown))
        },
      ),
    )
  })
})
