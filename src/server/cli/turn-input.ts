import type { Locale } from '../../protocol/index.ts'

/** A turn as evaluation opens it: a web chat with an agent, on any day on which nothing depends. */
export function turnInput(locale: Locale) {
  return {
    turnId: 'eval',
    because: 'message',
    channel: 'web',
    roles: ['agent'],
    uiLocale: locale,
    locale,
    limit: 3,
    now: Date.parse('2026-01-05T10:00:00Z'),
  } as const
}
