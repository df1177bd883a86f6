import { z } from 'zod'
import { Id, Timestamp } from './atoms.ts'

/** Where requests to a language model go: OpenAI's chat completions or what speaks like them; without an address OpenAI's own. */
const Address = z
  .url({ protocol: /^https?$/, error: 'an endpoint looks like https://api.example/v1' })
  .max(500)
  .refine((address) => {
    const { username, password } = new URL(address)
    return username === '' && password === ''
  }, 'a key has a field of its own')

/**
 * Which language model rewords a store's suggestions: `service` = the one the service was started with, if any, `own` = this `endpoint`, `off` = none. `apiKey` is
 * taken and never given out again; left out it stays as it is, as long as the address does, and an empty one is none.
 */
export const RewriteChange = z
  .object({
    store: Id.optional(),
    use: z.enum(['service', 'own', 'off']),
    endpoint: z
      .object({
        model: z.string().trim().min(1).max(200),
        baseUrl: Address.optional(),
        apiKey: z.string().trim().max(1_000).optional(),
      })
      .optional(),
  })
  .refine(({ use, endpoint }) => use !== 'own' || endpoint !== undefined, {
    path: ['endpoint'],
    message: 'which model, at which address',
  })
  .meta({ id: 'RewriteChange' })
export type RewriteChange = z.infer<typeof RewriteChange>

/** `on` = suggestions of the store can be reworded; `service` = the service was started with a model; `hasKey` = a key is kept with the endpoint. */
export const RewriteSetting = z
  .object({
    store: Id,
    use: RewriteChange.shape.use,
    on: z.boolean(),
    service: z.boolean(),
    model: z.string().optional(),
    baseUrl: z.string().optional(),
    hasKey: z.boolean(),
    at: Timestamp.optional(),
    author: z.string().optional(),
  })
  .meta({ id: 'RewriteSetting' })
export type RewriteSetting = z.infer<typeof RewriteSetting>
