import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

export interface SitesKeyPair {
  readonly privateKey: KeyObject
  /** SPKI in base64url. */
  readonly publicKey: string
}

/**
 * The key that signs descriptions of chat pages: `file` (PEM, PKCS #8), or `sites-key.pem` in `dataDir`, which is made at the first start. Extensions pin its
 * public half when they are paired, so processes that serve the same agents need the same file.
 * @throws Error when the file holds no key on the curve P-256
 */
export async function readSitesKey(dataDir: string, file?: string): Promise<SitesKeyPair> {
  const path = file ?? join(dataDir, 'sites-key.pem')
  if (file === undefined) await makeOnce(path, dataDir)
  const privateKey = keyOf(await readFile(path, 'utf8'), path)
  if (privateKey.asymmetricKeyDetails?.namedCurve !== 'prime256v1')
    throw new Error(`${path}: a private key on the curve P-256 is needed`)
  const publicKey = createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).toString('base64url')
  return { privateKey, publicKey }
}

/** Two processes may start at once in one folder: the file that is there first stays, and is never seen half written. */
async function makeOnce(path: string, dataDir: string): Promise<void> {
  await mkdir(dataDir, { recursive: true })
  if (existsSync(path)) return
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const made = `${path}.${randomUUID()}`
  await writeFile(made, privateKey.export({ format: 'pem', type: 'pkcs8' }), { mode: 0o600 })
  try {
    await link(made, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    await rm(made)
  }
}

function keyOf(pem: string, path: string): KeyObject {
  try {
    return createPrivateKey(pem)
  } catch (cause) {
    throw new Error(`${path}: not a private key in PEM`, { cause })
  }
}
