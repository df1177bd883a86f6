import { z } from 'zod'
import { Channel, Id, Locale } from './atoms.ts'

/** A voice to be tried: `persona` as it stands in a policy. `channel` and `locale` absent = `web` and the store's first language. */
export const PersonaPreviewRequest = z
  .object({
    store: Id.optional(),
    persona: z.looseObject({}),
    channel: Channel.optional(),
    locale: Locale.optional(),
    limit: z.int().min(1).max(50).optional(),
  })
  .meta({ id: 'PersonaPreviewRequest' })

/**
 * The store's library in another voice, beside the voice in force. `scripts` were looked at, `changed` of them say something otherwise; `examples` shows some, of
 * different situations, facts as `{{slot}}`. `blocked` = scripts that the guard would hold back in the new voice and not in the present one.
 */
export const PersonaPreview = z
  .object({
    store: Id,
    channel: z.string(),
    locale: Locale,
    scripts: z.int(),
    changed: z.int(),
    blocked: z.array(Id),
    examples: z.array(
      z.object({ scriptId: Id, category: z.string(), path: z.string(), before: z.string(), after: z.string() }),
    ),
  })
  .meta({ id: 'PersonaPreview' })
export type PersonaPreview = z.infer<typeof PersonaPreview>
