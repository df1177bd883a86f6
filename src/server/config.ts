import { existsSync } from 'node:fs'
import { z } from 'zod'
import { isLoopback } from './loopback.ts'

const File = z.string().refine(existsSync, 'no such file')

const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
  HOST: z.string().default('127.0.0.1'),
  DATA_DIR: z.string().default('./var'),
  STORES_DIR: z.string().refine(existsSync, 'no such folder').optional(),
  API_KEYS_FILE: File.optional(),
  INGEST_SECRETS_FILE: File.optional(),
  SITES_KEY_FILE: File.optional(),
  ALLOWED_ORIGINS: z
    .string()
    .default('')
    .transform((list) => list.split(/[\s,]+/).filter(Boolean))
    .pipe(z.array(z.string().regex(/^[a-z][a-z0-9+.-]*:\/\/[^/\s]+$/, 'an origin looks like https://shop.example'))),
  TLS_CERT: File.optional(),
  TLS_KEY: File.optional(),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: 'an address looks like postgres://user:password@host:5432/database' })
    .optional(),
  REDIS_URL: z.url({ protocol: /^rediss?$/, error: 'an address looks like redis://:password@host:6379' }).optional(),
  ROLE: z.enum(['gateway', 'worker', 'all']).default('all'),
  OPENAI_BASE_URL: z.url({ protocol: /^https?$/, error: 'an endpoint looks like https://api.example/v1' }).optional(),
  OPENAI_API_KEY: z.string().optional(),
  REWRITE_MODEL: z.string().max(200).optional(),
  RETENTION_DAYS: z.coerce.number().int().min(1).max(36_500).default(90),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
})

/** The names of all settings. */
export const SETTINGS = Object.keys(Environment.shape)

/** A model behind OpenAI's chat completions or a compatible endpoint; without `baseUrl` OpenAI's own. */
export interface RewriteConfig {
  readonly model: string
  readonly baseUrl: string | undefined
  readonly apiKey: string | undefined
}

/** What a process does: answer, look after what is kept and learned, or both. */
export type Role = 'gateway' | 'worker' | 'all'

/** Everything that can be set from outside; see `.env.example`. */
export interface Config {
  readonly port: number
  readonly host: string
  readonly dataDir: string
  /** A PostgreSQL database; absent = the embedded SQLite file in `dataDir`. It may hold a password. */
  readonly databaseUrl: string | undefined
  /** A Redis through which several processes serve the same stores; absent = this process serves them alone. It may hold a password. */
  readonly redisUrl: string | undefined
  readonly storesDir: string | undefined
  readonly apiKeysFile: string | undefined
  /** What webhooks are believed by; it holds secrets in clear. */
  readonly ingestSecretsFile: string | undefined
  /** What descriptions of chat pages are signed with; absent = a key of its own in `dataDir`. */
  readonly sitesKeyFile: string | undefined
  readonly allowedOrigins: readonly string[]
  readonly tls: { readonly cert: string; readonly key: string } | undefined
  readonly role: Role
  /** Absent = suggestions are not reworded by a model. */
  readonly rewrite: RewriteConfig | undefined
  readonly retentionDays: number
  readonly logLevel: string
}

/** Thrown when settings cannot be used; the message lists every fault. */
export class ConfigFaults extends Error {
  constructor(faults: readonly string[]) {
    super(`the settings cannot be used:\n${faults.map((fault) => `  ${fault}`).join('\n')}`)
    this.name = 'ConfigFaults'
  }
}

/**
 * Reads the settings, from the environment and from `.env` for what it leaves open; an empty value counts as unset. Nothing else looks there.
 * @throws ConfigFaults naming every setting at fault.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>> = withEnvFile()): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const { success, data, error } = Environment.safeParse(given)
  const faults = [
    ...(error?.issues ?? []).map((issue) => `${issue.path.join('.')}: ${issue.message}`),
    ...faultsTogether(given),
  ]
  if (!success || faults.length > 0) throw new ConfigFaults(faults)
  return {
    port: data.PORT,
    host: data.HOST,
    dataDir: data.DATA_DIR,
    databaseUrl: data.DATABASE_URL,
    redisUrl: data.REDIS_URL,
    storesDir: data.STORES_DIR,
    apiKeysFile: data.API_KEYS_FILE,
    ingestSecretsFile: data.INGEST_SECRETS_FILE,
    sitesKeyFile: data.SITES_KEY_FILE,
    allowedOrigins: data.ALLOWED_ORIGINS,
    tls: data.TLS_CERT && data.TLS_KEY ? { cert: data.TLS_CERT, key: data.TLS_KEY } : undefined,
    role: data.ROLE,
    rewrite: data.REWRITE_MODEL
      ? { model: data.REWRITE_MODEL, baseUrl: data.OPENAI_BASE_URL, apiKey: data.OPENAI_API_KEY }
      : undefined,
    retentionDays: data.RETENTION_DAYS,
    logLevel: data.LOG_LEVEL,
  }
}

/** What is wrong with settings that are right one by one; looked for even when some are not, so that all faults are listed at once. */
function faultsTogether({
  HOST = '127.0.0.1',
  API_KEYS_FILE,
  DATABASE_URL,
  REDIS_URL,
  ROLE = 'all',
  TLS_CERT,
  TLS_KEY,
  REWRITE_MODEL,
  OPENAI_BASE_URL,
  OPENAI_API_KEY,
}: Partial<Record<string, string>>): string[] {
  const faults: string[] = []
  if (!isLoopback(HOST) && !API_KEYS_FILE) {
    faults.push(`HOST: "${HOST}" can be reached from other machines: set API_KEYS_FILE, or HOST to 127.0.0.1`)
  }
  if (REDIS_URL && !DATABASE_URL) {
    faults.push('REDIS_URL: processes that share it need one database, too: set DATABASE_URL')
  }
  if (ROLE !== 'all' && !REDIS_URL) {
    faults.push(`ROLE: a ${ROLE} works together with other processes: set REDIS_URL, or ROLE to all`)
  }
  if (REWRITE_MODEL && !OPENAI_API_KEY && !OPENAI_BASE_URL) {
    faults.push('OPENAI_API_KEY: needed with REWRITE_MODEL, unless OPENAI_BASE_URL names an endpoint that needs none')
  }
  if (TLS_CERT && !TLS_KEY) faults.push('TLS_KEY: needed together with TLS_CERT')
  if (TLS_KEY && !TLS_CERT) faults.push('TLS_CERT: needed together with TLS_KEY')
  return faults
}

function withEnvFile() {
  if (existsSync('.env')) process.loadEnvFile('.env')
  return process.env
}
