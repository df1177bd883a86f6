import { z } from 'zod'
import { readPlaced, type YamlFile } from '../load/read-yaml.ts'

/** Short enough to be guessed is not a secret. */
const Secret = z.string().min(16, 'a secret has at least 16 characters').max(500)

/**
 * What is needed to believe one platform's webhooks of one store, and to call it back. `secret` signs or is the bearer; `path` stands at the end of the
 * address, for platforms that cannot sign; `token` opens the platform's own API.
 */
const Secrets = z.strictObject({ secret: Secret.optional(), path: Secret.optional(), token: Secret.optional() })
export type Secrets = z.infer<typeof Secrets>

const SecretsFile = z.record(z.string(), z.record(z.string(), Secrets))

/** Secrets by store and platform, with the look-up of lines for faults that only show later. */
export interface SecretsBook {
  readonly file: string
  readonly byStore: Readonly<Record<string, Readonly<Record<string, Secrets>>>>
  readonly lineOf: YamlFile['lineOf']
}

/** @throws FileFaults with every fault and its line; none of them quotes a secret. */
export async function readSecrets(file: string): Promise<SecretsBook> {
  const { data, lineOf } = await readPlaced(file, SecretsFile)
  return { file, byStore: data, lineOf }
}
