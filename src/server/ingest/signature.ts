import { createHmac, hash, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { HuashuError } from '../../protocol/index.ts'

/** How a platform signs its webhooks. */
export interface Signing {
  /** Header of the signature, in lower case. */
  readonly header: string
  readonly algorithm: 'sha1' | 'sha256' | 'sha512'
  readonly encoding: 'hex' | 'base64'
  /** What stands before the signature in its header, such as `sha256=`. */
  readonly prefix: string
  /** Header of the time of signing in Unix seconds, and how far from now that may be; absent = the platform sends none. */
  readonly timestamp?: { readonly header: string; readonly toleranceSeconds: number } | undefined
  /** What is signed: `{body}` stands for the raw body, `{timestamp}` for the time as sent. */
  readonly signs: string
}

/**
 * Checks that the raw body was signed with the secret, and not long ago.
 * @param now epoch milliseconds
 * @throws HuashuError `unauthorized`, saying which of it was wrong
 */
export function checkSignature(
  signing: Signing,
  secret: string,
  headers: IncomingHttpHeaders,
  body: Buffer,
  now: number,
): void {
  const given = single(headers, signing.header)
  if (given === undefined) throw refused(`the webhook is not signed: no ${signing.header}`)
  let timestamp = ''
  if (signing.timestamp) {
    timestamp = single(headers, signing.timestamp.header) ?? ''
    if (!/^\d{1,12}$/.test(timestamp)) throw refused(`no Unix time in ${signing.timestamp.header}`)
    const age = Math.abs(now / 1000 - Number(timestamp))
    if (age > signing.timestamp.toleranceSeconds)
      throw refused('the webhook was signed too long ago, or a clock is wrong')
  }
  const hmac = createHmac(signing.algorithm, secret)
  for (const piece of signing.signs.split(/(\{body\}|\{timestamp\})/)) {
    if (piece === '{body}') hmac.update(body)
    else hmac.update(piece === '{timestamp}' ? timestamp : piece)
  }
  if (!given.startsWith(signing.prefix) || !isSame(given.slice(signing.prefix.length), hmac.digest(signing.encoding)))
    throw refused('the signature is not that of this body')
}

/** Whether two secrets are the same, in a time that does not tell how much of them is. */
export function isSame(given: string, expected: string): boolean {
  return timingSafeEqual(hash('sha256', given, 'buffer'), hash('sha256', expected, 'buffer'))
}

/** A header that was sent once: of two, one could be checked and the other believed. */
function single(headers: IncomingHttpHeaders, name: string): string | undefined {
  const value = headers[name]
  return typeof value === 'string' ? value : undefined
}

export function refused(why: string): HuashuError {
  return new HuashuError('unauthorized', why)
}
