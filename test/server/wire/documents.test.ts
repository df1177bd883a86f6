import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Parser } from '@asyncapi/parser'
import { validate } from '@readme/openapi-parser'
import { beforeAll, describe, expect, test } from 'vitest'
import { CLIENT_FRAMES, ERROR_STATUS, LIMITS, SERVER_FRAMES } from '../../../src/protocol/index.ts'
import { documents } from '../../../src/server/wire/generate.ts'

let made: Record<string, string>
beforeAll(async () => {
  made = await documents()
})

test('openapi.json is a valid OpenAPI 3.1 document', async () => {
  const document = JSON.parse(made['openapi.json']!)
  expect(document.openapi).toBe('3.1.0')
  expect(await validate(document)).toMatchObject({ valid: true })
})

test('asyncapi.json is a valid AsyncAPI 3 document', async () => {
  const { diagnostics } = await new Parser().parse(made['asyncapi.json']!)
  expect(diagnostics.filter(({ severity }) => severity === 0)).toEqual([])
})

describe('protocol.md', () => {
  test('has every frame, error code and limit', () => {
    const text = made['protocol.md']!
    for (const type of [...Object.keys(CLIENT_FRAMES), ...Object.keys(SERVER_FRAMES)])
      expect(text).toContain(`#### \`${type}\``)
    for (const [code, status] of Object.entries(ERROR_STATUS)) expect(text).toContain(`| \`${code}\` | ${status} |`)
    for (const [name, value] of Object.entries(LIMITS)) expect(text).toContain(`| \`${name}\` | ${value} |`)
  })

  test('has every route', () => {
    const { paths } = JSON.parse(made['openapi.json']!)
    for (const [path, methods] of Object.entries(paths)) {
      for (const method of Object.keys(methods as object))
        expect(made['protocol.md']).toContain(`\`${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}\``)
    }
    for (const path of [
      '/v1/suggestions',
      '/v1/suggestions/batch',
      '/v1/messages',
      '/v1/feedback',
      '/v1/pairing/claim',
      '/readyz',
    ]) {
      expect(paths).toHaveProperty([path])
    }
  })
})

test.each(['openapi.json', 'asyncapi.json', 'protocol.md'])(
  'docs/%s is what the schemas say; else: npm run generate',
  (name) => {
    expect(readFileSync(join(import.meta.dirname, '../../../docs', name), 'utf8')).toBe(made[name])
  },
)
