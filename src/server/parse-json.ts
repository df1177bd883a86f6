import { HuashuError } from '../protocol/index.ts'

/** Deeper than any shape of the wire; beyond it, walking a value could exhaust the stack. */
const DEPTH = 32

/**
 * Parses JSON from outside. What could neither be stored nor shown is refused by name rather than silently changed.
 * @throws HuashuError `bad_request` for malformed or too deeply nested JSON, null bytes, lone surrogates and `__proto__` keys.
 */
export function parseJson(text: string, where = 'body'): unknown {
  if (isDeep(text)) throw refuse(where, `nested deeper than ${DEPTH} levels`)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    throw refuse(where, 'not valid JSON', cause)
  }
  // all of it can hide in escapes only, which ordinary frames do not have
  if (text.includes('\\u') || text.includes('__proto__') || text.includes('\u0000')) assertStorable(value, where)
  return value
}

function isDeep(text: string): boolean {
  let depth = 0
  let quoted = false
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    if (code === 0x22) quoted = !quoted
    else if (quoted) {
      if (code === 0x5c) i += 1
    } else if (code === 0x7b || code === 0x5b) {
      depth += 1
      if (depth > DEPTH) return true
    } else if (code === 0x7d || code === 0x5d) depth -= 1
  }
  return false
}

function assertStorable(value: unknown, path: string): void {
  if (typeof value === 'string') {
    if (!value.isWellFormed() || value.includes('\u0000')) {
      throw refuse(path, 'must not contain null bytes or lone surrogates')
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, inner] of Object.entries(value)) {
      if (name === '__proto__') throw refuse(path, 'must not contain the key __proto__')
      assertStorable(name, path)
      assertStorable(inner, `${path}.${name}`)
    }
  }
}

function refuse(path: string, message: string, cause?: unknown): HuashuError {
  return new HuashuError('bad_request', `${path}: ${message}`, { details: [{ path, message }], cause })
}
