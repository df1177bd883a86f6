import { type ExtractOptions, extract } from '../../../src/intents/extract.ts'

/** Noon of Wednesday 2026-11-18 in Shanghai. */
export const AT = Date.parse('2026-11-18T12:00:00+08:00')

/** What was found, as "slot=value" or "slot=value unit", left to right. */
export function read(text: string, options: Partial<ExtractOptions> = {}): string[] {
  return extract(text, { locale: 'zh', at: AT, ...options }).map(
    ({ slot, value, unit }) => `${slot}=${value}${unit === undefined ? '' : ` ${unit}`}`,
  )
}
