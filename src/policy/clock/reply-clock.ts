import { settle } from '../limited.ts'
import type { Store } from '../store-policy.ts'
import type { ClockPreset } from './clock-preset.ts'

/** What holds in one channel of one store: the preset with what the store says otherwise. */
export type ReplyClock = Omit<ClockPreset, 'channels' | 'amberSec'> & { readonly amberSec: number }

/** The preset of channels that none claims and stores that choose none. */
export const HOUSE_CLOCK = 'house'

/**
 * The clock of a channel on a day of the store's calendar: the preset that the store names in `sla.clock`, else the one that claims the channel, else the house's own; each of the store's
 * `sla` fields, its penalties and its blacklist points win over the preset. @throws Error when the presets do not hold the one that is named, or the house's.
 */
export function replyClock(store: Store, presets: readonly ClockPreset[], channel: string, day: string): ReplyClock {
  const at = { channel, day, region: undefined, zone: undefined }
  const { sla } = store
  const named = settle(sla.clock, at)
  const claims = presets.find((preset) =>
    named === undefined ? preset.channels.includes(channel) : preset.id === named,
  )
  const preset = claims ?? (named === undefined ? presets.find(({ id }) => id === HOUSE_CLOCK) : undefined)
  if (!preset) throw new Error(`no clock "${named ?? HOUSE_CLOCK}" among ${presets.map(({ id }) => id).join(', ')}`)
  const { channels: _, ...rest } = preset
  const own = {
    replySec: settle(sla.replySec, at),
    avgMonthSec: settle(sla.avgMonthSec, at),
    csatMin: settle(sla.csatMin, at),
    csatMinRatings: settle(sla.csatMinRatings, at),
    answerRateMin: settle(sla.answerRateMin, at),
    blacklistPoints: store.blacklistPoints,
  }
  const said = Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined)) as Partial<ReplyClock>
  const replySec = said.replySec ?? rest.replySec
  const amberSec =
    rest.amberSec !== undefined && rest.amberSec < replySec ? rest.amberSec : Math.ceil((replySec * 2) / 3)
  return { ...rest, ...said, amberSec, penalties: store.penalties.length > 0 ? store.penalties : rest.penalties }
}
