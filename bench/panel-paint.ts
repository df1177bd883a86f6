import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { startBarePage } from '../test/e2e/bare-page.ts'
import { findChromium } from '../test/services/setup.ts'
import { measurePaint } from './measure-paint.ts'
import { startServer } from './server-process.ts'

// What an agent waits for: a bubble appears in the page, its text goes to the gateway, the answer comes back, the list is drawn and the frame is out.

const executablePath = findChromium()
if (!executablePath) throw new Error('Chromium is missing: npm run setup:services')
const dataDir = await mkdtemp(join(tmpdir(), 'huashu-bench-'))
const page = await startBarePage()
const server = await startServer('../src/server/main.ts', '/readyz', {
  DATA_DIR: dataDir,
  ALLOWED_ORIGINS: page.origin,
})
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
try {
  const tab = await browser.newPage({ viewport: { width: 1100, height: 800 } })
  const gateway = `http://127.0.0.1:${server.port}`
  await tab.goto(`${page.origin}/?${new URLSearchParams({ gateway, for: '#reply' })}`)
  await tab.locator('huashu-panel .dot.ready').waitFor()
  for (const script of ['paint-of.js', 'panel-page.js'])
    await tab.addScriptTag({ path: join(import.meta.dirname, script) })
  await measurePaint('huashu-panel', (talk, text) => tab.evaluate(`bubble('${talk}', ${JSON.stringify(text)})`))
} finally {
  await browser.close()
  await server.stop()
  page.close()
  await rm(dataDir, { recursive: true, force: true })
}
