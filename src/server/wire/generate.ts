import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createApp } from '../app.ts'
import { asyncApi } from './asyncapi.ts'
import { createInertGateway } from './inert-gateway.ts'
import { type OpenApi, protocolMarkdown } from './protocol-md.ts'

/** The generated documents by file name. */
export async function documents(): Promise<Record<string, string>> {
  const app = await createApp(await createInertGateway(), {
    host: '127.0.0.1',
    allowedOrigins: [],
    tls: undefined,
    retentionDays: 90,
  })
  await app.ready()
  const openapi = app.swagger() as unknown as OpenApi
  await app.close()
  const asyncapi = asyncApi()
  return {
    'openapi.json': `${JSON.stringify(openapi, null, 2)}\n`,
    'asyncapi.json': `${JSON.stringify(asyncapi, null, 2)}\n`,
    'protocol.md': protocolMarkdown(openapi, asyncapi),
  }
}

if (import.meta.main) {
  const folder = join(import.meta.dirname, '../../../docs')
  await mkdir(folder, { recursive: true })
  for (const [name, text] of Object.entries(await documents())) await writeFile(join(folder, name), text)
}
