import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ConfigFaults, readConfig, SETTINGS } from '../../src/server/config.ts'
import { isLoopback } from '../../src/server/loopback.ts'

const ROOT = join(import.meta.dirname, '../..')
const FILE = join(ROOT, 'package.json')

function faultsOf(environment: Record<string, string>): string {
  try {
    readConfig(environment)
    return 'none'
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigFaults)
    return (error as Error).message
  }
}

describe('settings', () => {
  test('have the defaults of the contract; empty counts as unset', () => {
    const expected = {
      port: 8080,
      host: '127.0.0.1',
      dataDir: './var',
      databaseUrl: undefined,
      storesDir: undefined,
      apiKeysFile: undefined,
      ingestSecretsFile: undefined,
      allowedOrigins: [],
      tls: undefined,
      role: 'all',
      rewrite: undefined,
      retentionDays: 90,
      logLevel: 'info',
    }
    expect(readConfig({})).toEqual(expected)
    expect(readConfig({ PORT: '', DATABASE_URL: '', API_KEYS_FILE: '', RETENTION_DAYS: '' })).toEqual(expected)
  })

  test('are read', () => {
    const config = readConfig({
      PORT: '0',
      HOST: '0.0.0.0',
      API_KEYS_FILE: FILE,
      ALLOWED_ORIGINS: 'chrome-extension://abc, https://shop.example:8443',
      TLS_CERT: FILE,
      TLS_KEY: FILE,
      ROLE: 'gateway',
      REDIS_URL: 'redis://cache.lan',
      DATABASE_URL: 'postgres://db.lan/shop',
      RETENTION_DAYS: '7',
    })
    expect(config).toMatchObject({
      port: 0,
      host: '0.0.0.0',
      tls: { cert: FILE, key: FILE },
      role: 'gateway',
      retentionDays: 7,
    })
    expect(config.allowedOrigins).toEqual(['chrome-extension://abc', 'https://shop.example:8443'])
  })

  test('at fault are all named at once', () => {
    const faults = faultsOf({
      PORT: '99999',
      ROLE: 'king',
      RETENTION_DAYS: 'long',
      API_KEYS_FILE: '/no/such',
      ALLOWED_ORIGINS: 'shop.example',
      HOST: '0.0.0.0',
      TLS_CERT: FILE,
    })
    for (const name of ['PORT', 'ROLE', 'RETENTION_DAYS', 'API_KEYS_FILE', 'ALLOWED_ORIGINS', 'TLS_KEY'])
      expect(faults).toMatch(new RegExp(`^  ${name}[.:]`, 'm'))
  })

  test.each(['0.0.0.0', '192.168.1.5', '::', 'gateway.lan'])('HOST %s needs keys', (HOST) => {
    expect(faultsOf({ HOST })).toContain('API_KEYS_FILE')
    expect(faultsOf({ HOST, API_KEYS_FILE: FILE })).toBe('none')
  })

  test('REDIS_URL is an address of Redis, and needs a database that many can use', () => {
    const DATABASE_URL = 'postgres://huashu@db.lan/shop'
    const url = 'rediss://:secret@cache.lan:6380'
    expect(readConfig({ REDIS_URL: url, DATABASE_URL }).redisUrl).toBe(url)
    expect(faultsOf({ REDIS_URL: url })).toContain('REDIS_URL: processes that share it need one database')
    for (const wrong of ['http://:secret@cache.lan', ':secret@cache.lan', 'cache.lan']) {
      expect(faultsOf({ REDIS_URL: wrong, DATABASE_URL })).toContain('REDIS_URL: an address looks like redis://')
      expect(faultsOf({ REDIS_URL: wrong, DATABASE_URL })).not.toContain('secret')
    }
  })

  test('DATABASE_URL is an address of PostgreSQL; what is wrong with it is said without repeating it', () => {
    const url = 'postgresql://huashu:secret@db.lan/shop?sslmode=require'
    expect(readConfig({ DATABASE_URL: url }).databaseUrl).toBe(url)
    for (const wrong of ['mysql://huashu:secret@db.lan/shop', 'huashu:secret@db.lan', 'db.lan']) {
      expect(faultsOf({ DATABASE_URL: wrong })).toContain('DATABASE_URL: an address looks like postgres://')
      expect(faultsOf({ DATABASE_URL: wrong })).not.toContain('secret')
    }
  })

  test.each(['worker', 'gateway'])('a %s works together with others', (ROLE) => {
    expect(faultsOf({ ROLE })).toContain(`ROLE: a ${ROLE} works together with other processes: set REDIS_URL`)
    const both = { REDIS_URL: 'redis://cache.lan', DATABASE_URL: 'postgres://db.lan/shop' }
    expect(faultsOf({ ROLE, ...both })).toBe('none')
  })

  test('a model for rewrites needs a key or an endpoint of its own', () => {
    expect(faultsOf({ REWRITE_MODEL: 'm' })).toContain('OPENAI_API_KEY')
    expect(faultsOf({ REWRITE_MODEL: 'm', OPENAI_BASE_URL: 'file:///etc' })).toContain('OPENAI_BASE_URL')
    expect(faultsOf({ REWRITE_MODEL: 'm', OPENAI_BASE_URL: 'not a url', PORT: 'x' })).toMatch(
      /PORT[\s\S]*OPENAI_BASE_URL/,
    )
    expect(readConfig({ REWRITE_MODEL: 'm', OPENAI_BASE_URL: 'http://127.0.0.1:11434/v1' }).rewrite).toEqual({
      model: 'm',
      baseUrl: 'http://127.0.0.1:11434/v1',
      apiKey: undefined,
    })
    expect(readConfig({ REWRITE_MODEL: 'm', OPENAI_API_KEY: 'k' }).rewrite?.apiKey).toBe('k')
    // a key that lies in the environment for other programs switches nothing on
    expect(readConfig({ OPENAI_API_KEY: 'k' }).rewrite).toBeUndefined()
  })

  test('TLS needs both halves', () => {
    expect(faultsOf({ TLS_CERT: FILE })).toContain('TLS_KEY')
    expect(faultsOf({ TLS_KEY: FILE })).toContain('TLS_CERT')
  })

  test('stand in .env.example, every one of them and no others', () => {
    const text = readFileSync(join(ROOT, '.env.example'), 'utf8')
    const names = [...text.matchAll(/^([A-Z_]+)=/gm)].map((match) => match[1])
    expect(names.sort()).toEqual([...SETTINGS].sort())
    const values = Object.fromEntries([...text.matchAll(/^([A-Z_]+)=(.*)$/gm)].map((match) => [match[1]!, match[2]!]))
    expect(readConfig(values)).toEqual(readConfig({}))
  })
})

test.each([
  ['localhost', true],
  ['127.0.0.1', true],
  ['127.1.2.3', true],
  ['::1', true],
  ['[::1]', true],
  ['LOCALHOST', true],
  ['127.0.0.1.evil.example', false],
  ['localhost.evil.example', false],
  ['128.0.0.1', false],
  ['', false],
])('isLoopback(%s) is %s', (host, expected) => {
  expect(isLoopback(host)).toBe(expected)
})
