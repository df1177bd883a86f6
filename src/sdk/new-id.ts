/** An id of 128 random bits. `crypto.randomUUID` is missing on pages that are not served over https. */
export function newId(): string {
  const bytes = globalThis.crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
