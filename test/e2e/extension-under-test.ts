import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { connect, createServer as createLine, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { expect } from 'vitest'
import { extension } from '../../build/extension.ts'
import type { SiteDescription } from '../../src/protocol/index.ts'
import { readSites } from '../../src/server/load/sites.ts'
import { signSites } from '../../src/server/sites/signed-sites.ts'
import { readSitesKey } from '../../src/server/sites/sites-key.ts'
import { findChromium } from '../services/setup.ts'
import { startRealApp } from './real-app.ts'

export const ORIGIN = 'chrome-extension://mepigappekaiabbbcnnkdhpidghjlnkf'
const PAGES = join(import.meta.dirname, '../extension/pages')
const DATA_SITES = join(import.meta.dirname, '../../data/sites')

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

/**
 * A real browser with the extension, a real gateway, and chat pages under `*.test`. Nobody can press the button of Chrome's permission question in a test: the copy
 * of the extension that is loaded has been granted what an agent would grant.
 */
export async function startExtension() {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('Chromium is missing: npm run setup:services')
  const folder = await mkdtemp(join(tmpdir(), 'huashu-extension-'))
  const [unpacked, profile, dataDir] = [join(folder, 'extension'), join(folder, 'profile'), join(folder, 'data')]
  await extension.build(unpacked)
  const manifestFile = join(unpacked, 'manifest.json')
  const manifest = JSON.parse(await readFile(manifestFile, 'utf8'))
  await writeFile(
    manifestFile,
    JSON.stringify({ ...manifest, host_permissions: ['http://127.0.0.1/*', 'http://*.test/*'] }),
  )
  const sites = signSites(await readSites(DATA_SITES), await readSitesKey(dataDir))
  const app = await startRealApp({ allowedOrigins: [ORIGIN], sites })
  const pages = await servePages()
  const line = await openLine(Number(new URL(app.url).port))
  // an extension that is loaded anew is only let in by a browser in developer mode
  await mkdir(join(profile, 'Default'), { recursive: true })
  await writeFile(join(profile, 'Default/Preferences'), '{"extensions":{"ui":{"developer_mode":true}}}')
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    locale: 'zh-CN',
    viewport: { width: 1100, height: 720 },
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--host-resolver-rules=MAP *.test 127.0.0.1',
      `--disable-extensions-except=${unpacked}`,
      `--load-extension=${unpacked}`,
    ],
  })
  context.setDefaultTimeout(20_000)
  const own = await context.newPage()
  await own.goto(`${ORIGIN}/options.html`)

  return {
    app,
    /** Between the extension and the service. */
    line,
    context,
    /** The options page, from where a test reaches what only the extension may. */
    own,
    unpacked,
    urlOf: (host: string, path = '/') => `http://${host}.test:${pages.port}${path}`,
    /** As an agent does: a code from the service, typed into the options page. */
    async pair(): Promise<void> {
      const code = await pairingCode(app.url)
      await own.locator('[name=server]').fill(line.url)
      await own.locator('[name=code]').fill(code)
      await own.locator('[name=agent]').fill('小林')
      await own.locator('#pair button').click()
      await own.locator('#unpair').waitFor()
    },
    /** Turns the extension on for all test pages; `picked` says how those of a host are read. */
    async enable(
      picked: Readonly<Record<string, SiteDescription>> = {},
      assigned: Readonly<Record<string, string>> = {},
    ) {
      const withPort = <T>(record: Readonly<Record<string, T>>) =>
        Object.fromEntries(Object.entries(record).map(([host, value]) => [`${host}.test:${pages.port}`, value]))
      await own.evaluate(
        `chrome.storage.local.set(${JSON.stringify({ picked: withPort(picked), assigned: withPort(assigned) })})
          .then(() => chrome.runtime.sendMessage({ type: 'enable', patterns: ['http://*.test/*'] }))`,
      )
    },
    async close(): Promise<void> {
      await context.close()
      line.close()
      await app.close()
      await pages.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Asks until it is so, as long as a busy machine may need. */
export const eventually = <T>(read: () => T) => expect.poll(read, { timeout: 20_000 })

export async function pairingCode(url: string): Promise<string> {
  const response = await fetch(`${url}/v1/pairing`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  })
  return ((await response.json()) as { code: string }).code
}

/** The panel's frame in a page. */
export async function panelOf(page: Page) {
  const frame = () => page.frames().find((candidate) => candidate.url().includes('/panel.html'))
  while (!frame()) await page.waitForEvent('framenavigated')
  return frame()!
}

/** The suggestions that a panel shows, once their keys count. */
export async function suggestionsIn(panel: Awaited<ReturnType<typeof panelOf>>) {
  await panel.locator('huashu-panel .scroll:not(.fresh) .row .text').first().waitFor()
  return panel.locator('huashu-panel .row .text')
}

/** What the extension has sent to the service from now on; an extension that is loaded anew is another worker. */
export async function listenIn(context: BrowserContext) {
  const worker = context.serviceWorkers().at(-1) ?? (await context.waitForEvent('serviceworker'))
  await worker.evaluate(`{
    globalThis.sent = []
    const { send } = WebSocket.prototype
    WebSocket.prototype.send = function (text) { sent.push(JSON.parse(text)); return send.call(this, text) }
  }`)
  return {
    /** Texts of messages, as `role: text`, oldest first; those of a history, too. */
    async texts(conversation: string): Promise<string[]> {
      const frames = (await worker.evaluate('sent')) as {
        type: string
        conversationId?: string
        role?: string
        text?: string
        history?: { role: string; text: string }[]
      }[]
      return frames
        .filter(({ conversationId }) => conversationId === conversation)
        .flatMap(({ type, history, role, text }) =>
          type === 'message.add'
            ? [`${role}: ${text}`]
            : (history ?? []).map((message) => `history ${message.role}: ${message.text}`),
        )
    },
  }
}

/** A line to a port of this machine that a test can cut. */
async function openLine(port: number) {
  const ends = new Set<Socket>()
  let isDown = false
  const server = createLine((near) => {
    if (isDown) {
      near.destroy()
      return
    }
    const far = connect(port, '127.0.0.1')
    for (const [end, other] of [
      [near, far],
      [far, near],
    ] as const) {
      ends.add(end)
      end.pipe(other)
      end.on('error', () => other.destroy())
      end.on('close', () => {
        ends.delete(end)
        other.destroy()
      })
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const cut = () => {
    isDown = true
    for (const end of ends) end.destroy()
  }
  return {
    url: `http://127.0.0.1:${(server.address() as { port: number }).port}`,
    cut,
    mend: () => {
      isDown = false
    },
    close() {
      cut()
      server.close()
    },
  }
}

/** Every host shows the page of its name, or `situation.html`; some with a strict policy of what may run in them. */
async function servePages() {
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
    port: (server.address() as { port: number }).port,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(resolve)
      }),
  }
}

export type Under = Awaited<ReturnType<typeof startExtension>>
