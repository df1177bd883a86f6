import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Webhooks of our own making, in the shape platforms send them. */
export const PAYLOADS = join(import.meta.dirname, 'payloads')

// biome-ignore lint/suspicious/noExplicitAny: what a webhook holds is what the tests are about
export function payload(name: string): any {
  return JSON.parse(readFileSync(join(PAYLOADS, `${name}.json`), 'utf8'))
}
