import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { extension } from '../../build/extension.ts'
import type { SiteDescription } from '../../src/protocol/index.ts'
import { findChromium } from '../services/setup.ts'
import { serveChatPages } from './chat-pages.ts'

export const ORIGIN = 'chrome-extension://mepigappekaiabbbcnnkdhpidghjlnkf'

/**
 * A real browser with the extension, and chat pages under `*.test`. Nobody can press the button of Chrome's permission question in a test: the copy of the
 * extension that is loaded has been granted what an agent would grant.
 */
export async function openExtensionBrowser() {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('Chromium is missing: npm run setup:services')
  const folder = await mkdtemp(join(tmpdir(), 'huashu-extension-'))
  const [unpacked, profile] = [join(folder, 'extension'), join(folder, 'profile')]
  await extension.build(unpacked)
  const manifestFile = join(unpacked, 'manifest.json')
  const manifest = JSON.parse(await readFile(manifestFile, 'utf8'))
  await writeFile(
    manifestFile,
    JSON.stringify({ ...manifest, host_permissions: ['http://127.0.0.1/*', 'http://*.test/*'] }),
  )
  const pages = await serveChatPages()
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
    context,
    /** The options page, from where a test reaches what only the extension may. */
    own,
    unpacked,
    urlOf: (host: string, path = '/') => `http://${host}.test:${pages.port}${path}`,
    /** As an agent does: a code from the service, typed into the options page. */
    async pair(server: string): Promise<void> {
      const code = await pairingCode(server)
      await own.locator('[name=server]').fill(server)
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
      await pages.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function pairingCode(url: string): Promise<string> {
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
