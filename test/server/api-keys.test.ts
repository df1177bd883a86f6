import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readApiKeys } from '../../src/server/api-keys.ts'
import { temporaryFolder } from './gateway-under-test.ts'

const SHA = 'ab'.repeat(32)

function file(text: string): string {
  const path = join(temporaryFolder(), 'keys.yaml')
  writeFileSync(path, text)
  return path
}

test.each([
  ['a list', `- {sha256: ${SHA.toUpperCase()}, stores: [demo], roles: [agent]}`],
  ['a list under keys', `keys:\n  - sha256: ${SHA}\n    stores: [demo]\n    roles: [agent]`],
])('reads %s', async (_name, text) => {
  expect(await readApiKeys(file(text))).toEqual([{ sha256: SHA, stores: ['demo'], roles: ['agent'] }])
})

test.each([
  ['a key in plain text', '- {sha256: secret, stores: [demo], roles: [agent]}', '0.sha256'],
  ['an unknown role', `- {sha256: ${SHA}, stores: [demo], roles: [king]}`, '0.roles.0'],
  ['no stores', `keys: [{sha256: ${SHA}, roles: [agent]}]`, '0.stores'],
  ['an unknown field', `- {sha256: ${SHA}, stores: [demo], roles: [agent], key: x}`, '0'],
  ['nothing', '', 'expected array'],
])('refuses %s and names the place', async (_name, text, place) => {
  await expect(readApiKeys(file(text))).rejects.toThrow(place)
})
