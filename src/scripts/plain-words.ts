/** A wording in lower case without its slots, and without what stands before its first word: where a slot was a space is left. */
export function plainWords(wording: string): string {
  return wording
    .replace(/\{\{[^}]*\}\}/g, ' ')
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .replace(/\s+/g, ' ')
    .toLowerCase()
}
