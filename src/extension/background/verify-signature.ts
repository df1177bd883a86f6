const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256' } as const

/** Whether the holder of a key signed exactly these bytes; `key` is SPKI, `signature` IEEE P1363, both in base64url. Nonsense is no signature. */
export async function verifySignature(key: string, body: Uint8Array<ArrayBuffer>, signature: string): Promise<boolean> {
  try {
    const imported = await crypto.subtle.importKey('spki', bytesOf(key), ALGORITHM, false, ['verify'])
    return await crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, imported, bytesOf(signature), body)
  } catch {
    return false
  }
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const binary = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(binary, (character) => character.charCodeAt(0))
}
