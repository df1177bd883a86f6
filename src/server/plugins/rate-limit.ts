import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance } from 'fastify'
import type { Clock, News } from '../ports.ts'

/** How often processes tell each other what they have counted. */
const TELL_MS = 250

interface Window {
  count: number
  /** Counted here, and not told the others yet. */
  news: number
  endsAt: number
}

type Told = readonly (readonly [path: string, key: string, count: number, windowMs: number])[]

/**
 * Requests per caller and time, counted over all processes: each counts its own, at once, and hears of the others' a moment later, so that no request waits
 * for another process. `max` requests per second, unless a route has its own limit.
 */
export async function limitRequests(app: FastifyInstance, max: number, { news, clock }: { news: News; clock: Clock }) {
  const paths = new Map<string, Map<string, Window>>()

  function windowOf(path: string, key: string, windowMs: number): Window {
    const windows = paths.get(path) ?? new Map<string, Window>()
    paths.set(path, windows)
    const known = windows.get(key)
    if (known && known.endsAt > clock.now()) return known
    const begun: Window = { count: 0, news: known?.news ?? 0, endsAt: clock.now() + windowMs }
    windows.set(key, begun)
    return begun
  }

  function tell(): void {
    const told: [string, string, number, number][] = []
    for (const [path, windows] of paths) {
      for (const [key, window] of windows) {
        if (window.news > 0) told.push([path, key, window.news, window.endsAt - clock.now()])
        window.news = 0
        if (window.endsAt <= clock.now()) windows.delete(key)
      }
    }
    if (told.length > 0) news.announce('requests', told)
  }

  class Store {
    private readonly path: string
    constructor({ path = '' }: { path?: string } = {}) {
      this.path = path
    }
    incr(key: string, done: (error: Error | null, result: { current: number; ttl: number }) => void, windowMs: number) {
      const window = windowOf(this.path, key, windowMs)
      window.count += 1
      window.news += 1
      done(null, { current: window.count, ttl: window.endsAt - clock.now() })
    }
    child({ routeInfo }: { routeInfo: { url: string } }) {
      return new Store({ path: routeInfo.url })
    }
  }

  news.listen('requests', (body) => {
    for (const [path, key, count, leftMs] of (body ?? []) as Told)
      if (leftMs > 0) windowOf(path, key, leftMs).count += count
  })
  const timer = setInterval(tell, TELL_MS)
  timer.unref()
  app.addHook('onClose', async () => clearInterval(timer))
  await app.register(rateLimit, { max, timeWindow: 1000, store: Store as never })
}
