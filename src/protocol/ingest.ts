import { z } from 'zod'
import { Id } from './atoms.ts'

/** What is fixed of `POST /v1/ingest/<platform>`; the body is the platform's own JSON. */
export const IngestQuery = z.object({ store: Id })

/** The name of a platform, as in `STORES_DIR/<store>/ingest/<platform>.yaml`. */
export const Platform = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'letters a-z, digits and -')

export const IngestPath = z.object({ platform: Platform })
/** With a secret in the address, for platforms that cannot sign. */
export const IngestSecretPath = IngestPath.extend({ secret: z.string().min(1).max(500) })

/** What was taken in of a webhook, all of it durable; `ignored` says what of it means nothing to a conversation, and why. */
export const IngestResult = z
  .object({
    messages: z.int().min(0),
    events: z.int().min(0),
    facts: z.int().min(0),
    /** Of the messages and events those that had been there before. */
    duplicates: z.int().min(0),
    ignored: z.array(z.string()),
  })
  .meta({ id: 'IngestResult' })
export type IngestResult = z.infer<typeof IngestResult>
