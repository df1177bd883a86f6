import { hash, sign } from 'node:crypto'
import type { SiteDescription, SitesDocument } from '../../protocol/index.ts'
import type { SitesKeyPair } from './sites-key.ts'

/** The descriptions of chat pages as they go out: the bytes that were signed, and nothing else. */
export interface SignedSites {
  readonly body: Buffer
  readonly etag: string
  /** IEEE P1363 in base64url. */
  readonly signature: string
  /** SPKI in base64url, for those who pair. */
  readonly publicKey: string
}

export function signSites(sites: readonly SiteDescription[], { privateKey, publicKey }: SitesKeyPair): SignedSites {
  const document: SitesDocument = { format: 1, sites: [...sites] }
  const body = Buffer.from(JSON.stringify(document))
  return {
    body,
    etag: `"${hash('sha256', body, 'base64url')}"`,
    signature: sign('sha256', body, { key: privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64url'),
    publicKey,
  }
}
