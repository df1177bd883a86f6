import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Platform } from '../../protocol/index.ts'
import { type FileFault, FileFaults, readPlaced, readYaml } from '../load/read-yaml.ts'
import { ChatwootSettings } from './chatwoot-settings.ts'
import { MappingRecord } from './mapping-record.ts'
import { readSecrets, type Secrets, type SecretsBook } from './secrets.ts'
import { CHATWOOT, chatwootSource, mappedSource, type Source } from './source.ts'

export interface SourcesOptions {
  /** Absent = no own stores, and so nothing to take webhooks in for. */
  readonly storesDir: string | undefined
  readonly storeIds: readonly string[]
  readonly secretsFile: string | undefined
}

/**
 * Reads what every own store takes webhooks in from: `STORES_DIR/<store>/ingest/<platform>.yaml` with the secrets of `INGEST_SECRETS_FILE`.
 * @throws FileFaults with every fault of all files, each with its line.
 */
export async function readSources({ storesDir, storeIds, secretsFile }: SourcesOptions): Promise<Source[]> {
  const book = secretsFile === undefined ? undefined : await readSecrets(secretsFile)
  const faults: FileFault[] = []
  const sources: Source[] = []
  for (const store of storesDir === undefined ? [] : storeIds) {
    const folder = join(storesDir!, store, 'ingest')
    for (const name of await yamlFiles(folder)) {
      const source = await readSource(store, join(folder, name), name.slice(0, -'.yaml'.length), book).catch(
        (error) => {
          if (!(error instanceof FileFaults)) throw error
          faults.push(...error.faults)
        },
      )
      if (source) sources.push(source)
    }
  }
  // beside faults in the files above, a secret that belongs to one of them would look left over
  if (faults.length === 0 && book) faults.push(...leftOver(book, sources))
  if (faults.length > 0) throw new FileFaults(faults)
  return sources
}

async function readSource(
  store: string,
  file: string,
  platform: string,
  book: SecretsBook | undefined,
): Promise<Source> {
  const fault = (path: string, message: string, line = 1) => new FileFaults([{ file, line, path, message }])
  if (!Platform.safeParse(platform).success)
    throw fault('', `"${platform}" is no name for a platform: letters a-z, digits and -`)
  const { secret, path, token }: Secrets = book?.byStore[store]?.[platform] ?? {}
  const where = `INGEST_SECRETS_FILE, under ${store}: ${platform}:`
  if (platform === CHATWOOT) {
    const { data, lineOf } = await readPlaced(file, ChatwootSettings)
    if (secret === undefined && path === undefined)
      throw fault('', `nothing would prove that a webhook is Chatwoot's: put its \`secret\` into ${where}`)
    if (data.notes && token === undefined)
      throw fault('notes', `notes need an access token: put \`token\` into ${where}`, lineOf(['notes']))
    return chatwootSource(store, data, { secret, path, token })
  }
  const { data, lineOf } = await readPlaced(file, MappingRecord)
  if (data.auth.kind !== 'key' && secret === undefined)
    throw fault('auth', `nothing would prove whose a webhook is: put \`secret\` into ${where}`, lineOf(['auth']))
  return mappedSource(store, platform, data, secret)
}

/** A mapping by itself, as `huashu ingest try` reads it. @throws FileFaults */
export const readMapping = (file: string): Promise<MappingRecord> => readYaml(file, MappingRecord)

function leftOver({ file, byStore, lineOf }: SecretsBook, sources: readonly Source[]): FileFault[] {
  return Object.entries(byStore).flatMap(([store, platforms]) =>
    Object.keys(platforms)
      .filter((platform) => !sources.some((source) => source.store === store && source.platform === platform))
      .map((platform) => ({
        file,
        line: lineOf([store, platform]),
        path: `${store}.${platform}`,
        message: `STORES_DIR has no ${store}/ingest/${platform}.yaml`,
      })),
  )
}

async function yamlFiles(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  return names.filter((name) => name.endsWith('.yaml')).sort()
}
