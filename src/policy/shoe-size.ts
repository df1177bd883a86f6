import type { SizeChart } from './size-chart.ts'

/** A size as a shopper names it: on their usual shoes, of which they may tell the brand or the system. */
export interface UsualSize {
  readonly size: string
  readonly brand?: string | undefined
  /** As the label names it (`EU`, `US`, `UK`); bare numbers are read as Chinese sizes and 215 to 310 as millimetres. */
  readonly system?: string | undefined
}

/** A Chinese label counts half centimetres beyond five: 39 is for a foot of 24.5 cm (GB/T 3293.1). */
const CHINESE = (size: number) => (size + 10) / 2
/** A Paris point is two thirds of a centimetre, and the last is 1.5 cm longer than the foot. */
const PARIS = (size: number) => (size * 2) / 3 - 1.5

/**
 * The foot length in cm that a usual shoe size stands for, to the millimetre; undefined where it would be a guess: US and UK sizes differ by maker and by sex, so
 * they need the brand's own table.
 */
export function footLengthOf({ others }: Pick<SizeChart, 'others'>, usual: UsualSize): number | undefined {
  const { brand, system } = usual
  const asked = brand?.trim().toLowerCase()
  const table = asked && others.find(({ names }) => names.some((name) => name.toLowerCase() === asked))
  if (table) return table.sizes[usual.size]
  const size = Number(usual.size)
  if (!(size > 0)) return undefined
  if (system === 'EU') return toMillimetre(PARIS(size))
  if (system !== undefined) return undefined
  if (size >= 215 && size <= 310) return toMillimetre(size / 10)
  return size >= 22 && size <= 48 ? toMillimetre(CHINESE(size)) : undefined
}

function toMillimetre(cm: number): number {
  return Math.round(cm * 10) / 10
}
