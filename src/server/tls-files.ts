import { readFileSync } from 'node:fs'
import { createSecureContext } from 'node:tls'
import { ConfigFaults } from './config.ts'

/**
 * Reads certificate and key and tries them together, so that a start fails with the names of the settings instead of a code of OpenSSL alone.
 * @throws ConfigFaults
 */
export function readTlsFiles(paths: { readonly cert: string; readonly key: string }): { cert: Buffer; key: Buffer } {
  try {
    const files = { cert: readFileSync(paths.cert), key: readFileSync(paths.key) }
    createSecureContext(files)
    return files
  } catch (cause) {
    const says = cause instanceof Error ? cause.message : String(cause)
    throw new ConfigFaults([`TLS_CERT, TLS_KEY: not a PEM certificate and its key (${says})`])
  }
}
