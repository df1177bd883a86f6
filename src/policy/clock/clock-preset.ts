import { z } from 'zod'
import { Channel } from '../../protocol/index.ts'
import { Localised } from '../localised.ts'
import { Penalty } from '../store/service-policy.ts'

/**
 * How a platform, or the project where it names none, times replies (playbook 6.1, 6.2): one file of `data/clocks`. `source` and `date` say where the figures
 * were read and when; `verified: false` marks what nobody has yet held against the platform's own words. Seconds and shares 0..1.
 */
export const ClockPreset = z
  .strictObject({
    id: z.string().regex(/^[a-z\d]+(?:-[a-z\d]+)*$/, 'small letters, digits and hyphens'),
    name: Localised,
    source: Localised,
    date: z.iso.date(),
    verified: z.boolean(),
    note: z.string().trim().min(1).max(1_000).optional(),
    /** The channels that are timed by it when the store chooses nothing. */
    channels: z.array(Channel).default([]),
    /** Within how many whole seconds a human's reply has to go out. */
    replySec: z.int().positive().max(86_400),
    /** From when on a waiting shopper is shown in amber; absent = two thirds of `replySec`. */
    amberSec: z.int().positive().optional(),
    /** The least share of turns answered within `replySec`. */
    inTimeMin: z.number().min(0).max(1).optional(),
    avgMonthSec: z.number().positive().optional(),
    csatMin: z.number().min(0).max(1).optional(),
    /** Satisfaction counts only with more ratings than this in the month. */
    csatMinRatings: z.int().min(0).optional(),
    answerRateMin: z.number().min(0).max(1).optional(),
    penalties: z.array(Penalty).default([]),
    blacklistPoints: z.int().min(0).optional(),
  })
  .refine(({ amberSec, replySec }) => amberSec === undefined || amberSec < replySec, {
    path: ['amberSec'],
    message: 'amber comes before red: smaller than replySec',
  })
export type ClockPreset = z.infer<typeof ClockPreset>
