/**
 * Product ids that were pasted without a space, such as two ids of 12 digits in a run of 24. Taobao ids of 12 digits begin with 5-9, those of
 * 11 digits with 1-4. Undefined when the run cannot be cut that way, or is short enough to be one order number.
 */
export function splitProductIds(digits: string): string[] | undefined {
  if (digits.length < 22 || digits.length > 240) return undefined
  const ids: string[] = []
  let at = 0
  while (at < digits.length) {
    const first = digits[at]!
    const length = first >= '5' ? 12 : first >= '1' ? 11 : 0
    if (length === 0 || at + length > digits.length) return undefined
    ids.push(digits.slice(at, at + length))
    at += length
  }
  return ids
}
