/** Limits a client can rely on; `session.ready` repeats them. Sizes in bytes or UTF-16 units as named. */
export const LIMITS = {
  textChars: 5_000,
  bodyBytes: 262_144,
  frameBytes: 262_144,
  messages: 200,
  suggestions: 10,
  burstMessages: 8,
  burstChars: 600,
  intentTexts: 10_000,
  idChars: 200,
} as const
