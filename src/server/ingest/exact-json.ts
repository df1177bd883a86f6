import { parseJson } from '../parse-json.ts'

/** Numbers so long that they may not fit. */
const LONG = /\d{16}/

/**
 * A webhook's JSON, whole numbers too large to be exact as their digits: order numbers have nineteen on some platforms, and two of them must not become one.
 * @throws HuashuError `bad_request`
 */
export function parseExactJson(text: string): unknown {
  const value = parseJson(text)
  return LONG.test(text) ? JSON.parse(text, exact as Reviver) : value
}

type Reviver = (this: unknown, key: string, value: unknown) => unknown

function exact(_key: string, value: unknown, context?: { readonly source?: string }): unknown {
  return typeof value === 'number' && !Number.isSafeInteger(value) && /^-?\d+$/.test(context?.source ?? '')
    ? context!.source
    : value
}
