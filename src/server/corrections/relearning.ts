import type { Locale } from '../../protocol/index.ts'
import type { Logger, Metrics } from '../observe.ts'
import type { Clock, Engine, News } from '../ports.ts'
import type { Corrections } from './corrections.ts'
import { printOfLesson } from './print-of-lesson.ts'
import type { SharedModels } from './shared-models.ts'

/** Keeps the models as leads have corrected them. */
export interface Relearning {
  /** Something about a language's corrections has changed, or may have: it is looked at soon. */
  wake(locale: Locale): void
  /** Resolves when nothing is being trained any more; a training that runs is given up and begins again at the next start. */
  close(): Promise<void>
}

/** In milliseconds: training begins when no correction has come for `quiet`, at the latest `latest` after the first. */
export interface RelearningLimits {
  readonly quietMs: number
  readonly latestMs: number
}

export interface RelearningDeps {
  readonly engine: { readonly models: Pick<Engine['models'], 'learned' | 'learn'> }
  readonly corrections: Pick<Corrections, 'lesson' | 'settle'>
  readonly shared: SharedModels
  readonly clock: Clock
  readonly logger: Logger
  readonly metrics: Pick<Metrics, 'retrainings'>
}

export function createRelearning(deps: RelearningDeps, { quietMs, latestMs }: RelearningLimits): Relearning {
  const { engine, corrections, shared, clock, logger, metrics } = deps
  const stop = new AbortController()
  const changed = new Set<Locale>()
  let since: number | undefined
  let timer: NodeJS.Timeout | undefined
  let working: Promise<void> | undefined

  function begin(): void {
    working = work().finally(() => {
      working = undefined
      if (changed.size > 0) arm()
    })
  }

  function arm(): void {
    if (working || stop.signal.aborted) return
    clearTimeout(timer)
    since ??= clock.now()
    timer = setTimeout(begin, Math.max(0, Math.min(quietMs, since + latestMs - clock.now())))
    timer.unref()
  }

  /** One language after the other: each training takes a core. */
  async function work(): Promise<void> {
    since = undefined
    for (const locale of [...changed]) {
      changed.delete(locale)
      try {
        while (!stop.signal.aborted && (await learn(locale)));
      } catch (err) {
        if (stop.signal.aborted) return
        metrics.retrainings.inc({ locale, outcome: 'failed' })
        logger.error({ err, locale }, 'corrections could not be learned; they are tried again with the next one')
      }
    }
  }

  /** Learns what there is to learn in a language; true when that leaves more to do. */
  async function learn(locale: Locale): Promise<boolean> {
    const lesson = await corrections.lesson(locale)
    const news = lesson.filter(({ isNew }) => isNew)
    const utterances = lesson.map(({ utterance }) => utterance)
    if (printOfLesson(utterances) !== engine.models.learned(locale)) await shared.take(locale)
    if (printOfLesson(utterances) === engine.models.learned(locale)) {
      // learned before, but the process ended before that was written down
      if (news.length > 0) await corrections.settle(news, { isAccepted: true })
      await shared.offer(locale)
      return false
    }
    const verdict = await engine.models.learn(locale, utterances, { hasNew: news.length > 0, signal: stop.signal })
    const outcome = verdict.isAccepted ? 'used' : 'refused'
    metrics.retrainings.inc({ locale, outcome })
    if (verdict.isAccepted) await shared.offer(locale)
    const figures = { locale, corrections: lesson.length, new: news.length, gold: verdict.gold }
    if (verdict.isAccepted) logger.info(figures, 'corrections are learned')
    else logger.warn(figures, 'corrections are refused: with them the gold set is read worse')
    // without news it is what remains, or what another version of the data makes of it, that reads worse
    await corrections.settle(news.length > 0 || verdict.isAccepted ? news : lesson, verdict)
    return !verdict.isAccepted
  }

  return {
    wake(locale) {
      changed.add(locale)
      arm()
    },
    async close() {
      stop.abort()
      clearTimeout(timer)
      await working
    },
  }
}

/** For a process that does not train: the worker hears of it, or finds it at its next start. */
export function leaveToWorker(news: News): Relearning {
  return { wake: (locale) => news.announce('corrections', { locale }), close: async () => undefined }
}
