import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'
import { z } from 'zod'
import { Role } from '../protocol/index.ts'

/** One API key, known by the SHA-256 of its text in hex. `stores: ['*']` = all of them. */
const ApiKey = z.strictObject({
  sha256: z
    .string()
    .transform((hex) => hex.toLowerCase())
    .pipe(z.string().regex(/^[0-9a-f]{64}$/, 'the SHA-256 of the key as 64 hex digits')),
  stores: z.array(z.string().min(1)).min(1),
  roles: z.array(Role).min(1),
  brands: z.array(z.string()).optional(),
})
export type ApiKey = z.infer<typeof ApiKey>

const KeysFile = z.union([
  z.array(ApiKey).min(1),
  z.strictObject({ keys: z.array(ApiKey).min(1) }).transform(({ keys }) => keys),
])

/**
 * Reads the keys file: a YAML list of keys, at the top or under `keys`.
 * @throws Error naming every fault with its place
 */
export async function readApiKeys(file: string): Promise<ApiKey[]> {
  const raw: unknown = parse(await readFile(file, 'utf8'))
  const { success, data, error } = KeysFile.safeParse(raw)
  if (success) return data
  const list = z
    .array(ApiKey)
    .min(1)
    .safeParse(Array.isArray(raw) ? raw : (raw as { keys?: unknown } | null)?.keys)
  const issues = list.success ? error.issues : list.error.issues
  throw new Error(`${file}: ${issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ')}`)
}
