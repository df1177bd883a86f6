import { FLOOR_METRICS, type FloorMetric, type Floors } from '../../insight/index.ts'
import { UsageError } from './usage-error.ts'

/**
 * Reads `lenient=0.8,top3=0.88`.
 * @throws UsageError naming what is no metric or no share.
 */
export function parseFloors(text: string): Floors {
  const floors: Partial<Record<FloorMetric, number>> = {}
  for (const part of text.split(',')) {
    const [name, value] = part.split('=').map((piece) => piece.trim())
    if (!name || !Object.hasOwn(FLOOR_METRICS, name))
      throw new UsageError(`--floor: "${name}" is none of ${Object.keys(FLOOR_METRICS).join(', ')}`)
    const share = value ? Number(value) : Number.NaN
    if (!(share >= 0 && share <= 1))
      throw new UsageError(`--floor: ${name} needs a share from 0 to 1, not "${value ?? ''}"`)
    floors[name as FloorMetric] = share
  }
  return floors
}
