import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { build } from 'esbuild'
import type { SiteDescription } from '../../src/protocol/index.ts'

const PAGES = join(import.meta.dirname, '../extension/pages')

/** How the page of `situation.html` is read. */
export const SITUATION: SiteDescription = {
  id: 'picked',
  name: 'situation',
  version: 1,
  tested: 'picked',
  matches: [],
  channel: 'web',
  list: '#list',
  bubbles: '.row',
  roles: [{ role: 'agent', selector: '.mine' }, { role: 'shopper' }],
  text: '.bubble',
  replyBox: '#editor',
  conversation: { selector: '#name' },
}

/** Every host shows the page of its name, or `situation.html`; some with a strict policy of what may run in them. */
export async function serveChatPages() {
  const script = await build({
    entryPoints: [join(PAGES, 'situation.js')],
    bundle: true,
    format: 'iife',
    write: false,
    logLevel: 'error',
  })
  const server = createServer(async (request, response) => {
    const name = (request.headers.host ?? '').split('.')[0]!
    const url = new URL(request.url!, 'http://x')
    if (url.pathname === '/situation.js') {
      response.setHeader('content-type', 'text/javascript')
      response.end(script.outputFiles[0]!.text)
      return
    }
    const html = await readFile(join(PAGES, `${name}.html`), 'utf8').catch(() =>
      readFile(join(PAGES, 'situation.html'), 'utf8'),
    )
    response.setHeader('content-type', 'text/html; charset=utf-8')
    if (name === 'strict')
      response.setHeader(
        'content-security-policy',
        "default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; require-trusted-types-for 'script'",
      )
    response.end(html)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(resolve)
      }),
  }
}
