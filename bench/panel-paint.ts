import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { startBarePage } from '../test/e2e/bare-page.ts'
import { findChromium } from '../test/services/setup.ts'
import { report } from './finding.ts'
import { zhUtterances } from './inputs.ts'
import { makeMessages } from './messages.ts'
import { startServer } from './server-process.ts'

// What an agent waits for: a bubble appears in the page, its text goes to the gateway, the answer comes back, the list is drawn and the frame is out.

const WARM_UP = 20
const MEASURED = 300

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
  const times = (await measure()).sort((a, b) => a - b)
  const at = (share: number) => times[Math.ceil(times.length * share) - 1]!
  report({
    question: 'bubble to suggestions painted, p95',
    subject: `huashu-panel, ${times.length} messages`,
    value: at(0.95),
    unit: 'ms',
    p50: at(0.5),
    p99: at(0.99),
    times: 'ms',
    target: 60,
  })
} finally {
  await browser.close()
  await server.stop()
  page.close()
  await rm(dataDir, { recursive: true, force: true })
}

async function measure(): Promise<number[]> {
  const tab = await browser.newPage({ viewport: { width: 1100, height: 800 } })
  await tab.goto(
    `${page.origin}/?${new URLSearchParams({ gateway: `http://127.0.0.1:${server.port}`, for: '#reply' })}`,
  )
  await tab.locator('huashu-panel .dot.ready').waitFor()
  await tab.addScriptTag({ path: join(import.meta.dirname, 'panel-page.js') })
  const times: number[] = []
  for (const [index, text] of makeMessages(WARM_UP + MEASURED, await zhUtterances()).entries()) {
    const ms = (await tab.evaluate(`bubble('talk-${index}', ${JSON.stringify(text)})`)) as number | undefined
    if (index >= WARM_UP && ms !== undefined) times.push(ms)
  }
  return times
}
