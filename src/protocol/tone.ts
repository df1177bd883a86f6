import { z } from 'zod'

/** How a suggestion may be reworded: `store` is the store's own voice, `shopper` the shopper's language and manner. */
export const Tone = z.enum(['warmer', 'shorter', 'formal', 'apologetic', 'store', 'shopper']).meta({ id: 'Tone' })
export type Tone = z.infer<typeof Tone>
