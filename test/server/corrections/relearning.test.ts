import { setTimeout as wait } from 'node:timers/promises'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { Locale } from '../../../src/protocol/index.ts'
import type { Taught } from '../../../src/server/corrections/corrections.ts'
import { printOfLesson } from '../../../src/server/corrections/print-of-lesson.ts'
import { createRelearning } from '../../../src/server/corrections/relearning.ts'
import type { Verdict } from '../../../src/server/corrections/train-corrected.ts'
import { createLogger, createMetrics } from '../../../src/server/observe.ts'

const QUIET = { quietMs: 20, latestMs: 60 }

/** Relearning over lessons in memory; `train` answers for the models. */
function underTest(train: (locale: Locale, texts: string[], signal: AbortSignal) => Promise<Verdict>, limits = QUIET) {
  const texts: Partial<Record<Locale, Map<string, string>>> = { zh: new Map(), en: new Map(), ko: new Map() }
  const learned = new Map<string, string>()
  const trained: string[] = []
  const logged: string[] = []
  let running = 0
  let most = 0
  const metrics = createMetrics()
  const relearning = createRelearning(
    {
      engine: {
        models: {
          learned: (locale) => learned.get(locale) ?? printOfLesson([]),
          async learn(locale, corrections, { hasNew, signal }) {
            const names = corrections.map(({ text }) => text)
            trained.push(`${locale} ${names.join('+')}${hasNew ? '' : ' (no news)'}`)
            running += 1
            most = Math.max(most, running)
            try {
              const verdict = await train(locale, names, signal)
              if (verdict.isAccepted) learned.set(locale, printOfLesson(corrections))
              return verdict
            } finally {
              running -= 1
            }
          },
        },
      },
      corrections: {
        lesson: async (locale) =>
          [...texts[locale]!].flatMap(([id, state]): Taught[] =>
            state === 'refused'
              ? []
              : [
                  {
                    document: { kind: 'correction', id, version: 1, body: {} },
                    utterance: { text: id, topics: ['a.b'] },
                    isNew: state === 'pending',
                  },
                ],
          ),
        async settle(taught, { isAccepted }) {
          for (const { document } of taught)
            for (const known of Object.values(texts))
              if (known.has(document.id)) known.set(document.id, isAccepted ? 'used' : 'refused')
        },
      },
      shared: { take: async () => undefined, offer: async () => undefined },
      clock: { now: Date.now },
      logger: createLogger('info', { write: (line) => void logged.push(line) }),
      metrics,
    },
    limits,
  )
  onTestFinished(() => relearning.close())
  return {
    relearning,
    trained,
    logged,
    metrics,
    texts,
    most: () => most,
    put(locale: Locale, id: string) {
      texts[locale]!.set(id, 'pending')
      relearning.wake(locale)
    },
  }
}
const accepted = async (): Promise<Verdict> => ({ isAccepted: true, gold: { before: 0.9, after: 0.9 } })

/** On a busy machine a timer may be long in coming. */
const eventually = (check: () => void) => vi.waitFor(check, { timeout: 10_000 })

test('learns what came together in one go, and marks it', async () => {
  const { put, trained, texts } = underTest(accepted)
  put('zh', 'a')
  put('zh', 'b')
  await eventually(() => expect([...texts.zh!.values()]).toEqual(['used', 'used']))
  expect(trained).toEqual(['zh a+b'])
})

test('who corrects without a pause is not kept waiting for ever', async () => {
  const { put, trained } = underTest(accepted, { quietMs: 40, latestMs: 100 })
  for (let i = 0; trained.length === 0 && i < 200; i += 1) {
    put('zh', `t${i}`)
    await wait(5)
  }
  expect(trained).toHaveLength(1)
})

test('learns one language at a time, and what comes meanwhile the next time', async () => {
  const first = Promise.withResolvers<void>()
  const { put, trained, texts, most } = underTest(async (locale, names) => {
    if (locale === 'zh' && names.length === 1) await first.promise
    return accepted()
  })
  put('zh', 'a')
  put('en', 'b')
  await eventually(() => expect(trained).toEqual(['zh a']))
  put('zh', 'c')
  first.resolve()
  await eventually(() => expect([texts.zh!.get('c'), texts.en!.get('b')]).toEqual(['used', 'used']))
  expect([trained, most()]).toEqual([['zh a', 'en b', 'zh a+c'], 1])
})

test('what is refused is set aside with its figures, said aloud, and the rest stays', async () => {
  const { put, trained, texts, logged, metrics } = underTest(async (_, names) =>
    names.includes('bad') ? { isAccepted: false, gold: { before: 0.9, after: 0.8 } } : accepted(),
  )
  put('zh', 'good')
  await eventually(() => expect(texts.zh!.get('good')).toBe('used'))
  put('zh', 'bad')
  await eventually(() => expect([...texts.zh!]).toEqual(Object.entries({ good: 'used', bad: 'refused' })))
  await wait(60)
  expect(trained).toEqual(['zh good', 'zh good+bad'])
  expect(logged.map((line) => JSON.parse(line))).toContainEqual(
    expect.objectContaining({ level: 40, locale: 'zh', new: 1, gold: { before: 0.9, after: 0.8 } }),
  )
  expect(await metrics.registry.metrics()).toContain('huashu_retrainings_total{locale="zh",outcome="refused"} 1')
})

test('what was taken back is forgotten, though something new is refused', async () => {
  const { put, relearning, trained, texts } = underTest(async (_, names) =>
    names.includes('bad') ? { isAccepted: false } : accepted(),
  )
  put('zh', 'a')
  put('zh', 'b')
  await eventually(() => expect(texts.zh!.get('b')).toBe('used'))
  texts.zh!.delete('a')
  put('zh', 'bad')
  relearning.wake('zh')
  await eventually(() => expect(trained).toEqual(['zh a+b', 'zh b+bad', 'zh b (no news)']))
})

test('when what was in use reads worse on newer data, all of it is set aside', async () => {
  const { relearning, trained, texts } = underTest(async (_, names) => ({ isAccepted: names.length === 0 }))
  texts.zh!.set('a', 'used')
  relearning.wake('zh')
  await eventually(() => expect(texts.zh!.get('a')).toBe('refused'))
  expect(trained).toEqual(['zh a (no news)'])
})

test('a training that fails is tried again with the next correction', async () => {
  let falls = true
  const { put, texts, logged } = underTest(async () => {
    if (falls) throw new Error('out of memory')
    return accepted()
  })
  put('zh', 'a')
  await eventually(() => expect(logged.join()).toContain('out of memory'))
  expect(texts.zh!.get('a')).toBe('pending')
  falls = false
  put('zh', 'b')
  await eventually(() => expect([...texts.zh!.values()]).toEqual(['used', 'used']))
})

test('a stop ends the training and waits for its end', async () => {
  let ended = false
  const { put, relearning, trained, texts, logged } = underTest(async (_locale, _names, signal) => {
    await new Promise((resolve) => signal.addEventListener('abort', resolve))
    await wait(20)
    ended = true
    throw new Error('aborted')
  })
  put('zh', 'a')
  await eventually(() => expect(trained).toHaveLength(1))
  await relearning.close()
  expect([ended, texts.zh!.get('a'), logged]).toEqual([true, 'pending', []])
  relearning.wake('zh')
  await wait(60)
  expect(trained).toHaveLength(1)
})
