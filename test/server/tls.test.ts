import { execFile } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { get } from 'node:https'
import { join } from 'node:path'
import { json } from 'node:stream/consumers'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { readConfig } from '../../src/server/config.ts'
import { findOpenssl } from '../services/setup.ts'
import { gatewayUnderTest, temporaryFolder } from './gateway-under-test.ts'
import { OPEN, says } from './socket-client.ts'

/** A self-signed certificate for this machine; Node can read certificates but not make them. */
async function certificate() {
  const folder = temporaryFolder()
  const files = { TLS_CERT: join(folder, 'cert.pem'), TLS_KEY: join(folder, 'key.pem') }
  const openssl = findOpenssl()
  if (!openssl) throw new Error('openssl is missing: npm run setup:services')
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-noenc', '-keyout', files.TLS_KEY]
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=IP:127.0.0.1', '-days', '1']
  await promisify(execFile)(openssl, ['req', '-x509', ...key, ...subject, '-out', files.TLS_CERT])
  return { tls: readConfig(files).tls, ca: readFileSync(files.TLS_CERT) }
}

async function listening() {
  const { tls, ca } = await certificate()
  const { listen } = await gatewayUnderTest({ config: { tls } })
  return { ca, url: await listen() }
}

test('with a certificate the service speaks https, and tells browsers to stay with it', async () => {
  const { ca, url } = await listening()
  expect(url).toMatch(/^https:/)
  const answer = await new Promise<import('node:http').IncomingMessage>((resolve, reject) => {
    get(`${url}/healthz`, { ca }, resolve).on('error', reject)
  })
  expect(answer.statusCode).toBe(200)
  expect(answer.headers['strict-transport-security']).toMatch(/^max-age=\d+/)
  expect(await json(answer)).toEqual({ status: 'ok' })
  await expect(fetch(url.replace('https', 'http'))).rejects.toThrow()
})

test('the websocket is reached over TLS, by a page of its own origin too, and suggests', async () => {
  const { ca, url } = await listening()
  const socket = new WebSocket(`${url.replace('https', 'wss')}/v1/stream`, { ca, origin: url })
  const types: string[] = []
  await new Promise<void>((resolve, reject) => {
    socket.on('error', reject)
    socket.on('open', () => {
      socket.send(JSON.stringify(OPEN))
      socket.send(JSON.stringify(says('在吗')))
    })
    socket.on('message', (data) => {
      types.push(JSON.parse(data.toString()).type)
      if (types.includes('suggestions.ready') && types.includes('message.ack')) resolve()
    })
  })
  socket.terminate()
  expect(types[0]).toBe('session.ready')
})

test('a caller that does not know the certificate is not let into the talk', async () => {
  const { url } = await listening()
  await expect(fetch(`${url}/healthz`)).rejects.toThrow()
})

test('files that cannot be used stop the start with the names of the settings', async () => {
  const { tls } = await certificate()
  const foreign = await certificate()
  const nonsense = join(temporaryFolder(), 'cert.pem')
  writeFileSync(nonsense, 'nonsense')
  for (const cert of [nonsense, foreign.tls!.cert]) {
    await expect(gatewayUnderTest({ config: { tls: { ...tls!, cert } } })).rejects.toThrow(
      /TLS_CERT, TLS_KEY: not a PEM/,
    )
  }
})
