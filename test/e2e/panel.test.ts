import { setTimeout as sleep } from 'node:timers/promises'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Browser, type BrowserContextOptions, type CDPSession, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { openaiRewriter } from '../../src/server/adapters/rewriter-openai.ts'
import { findChromium } from '../services/setup.ts'
import { answers, endpointUnderTest } from '../server/endpoint-under-test.ts'
import { startBarePage } from './bare-page.ts'
import { startRealApp } from './real-app.ts'

let app: Awaited<ReturnType<typeof startRealApp>>
let console_: Awaited<ReturnType<typeof startBarePage>>
let browser: Browser
let count = 0

beforeAll(async () => {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('Chromium is missing: npm run setup:services')
  console_ = await startBarePage()
  app = await startRealApp({ allowedOrigins: [console_.origin] })
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
})

afterAll(async () => {
  await browser?.close()
  await app?.close()
  console_?.close()
})

async function open(attributes: Record<string, string> = {}, options: BrowserContextOptions = {}) {
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1100, height: 820 }, ...options })
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  const complaints: string[] = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  onTestFinished(async () => {
    await context.close()
    expect(complaints).toEqual([])
  })
  const conversation = `c${count++}`
  const query = new URLSearchParams({ gateway: app.url, channel: 'web', conversation, for: '#reply', ...attributes })
  await page.goto(`${console_.origin}/?${query}`)
  await page.locator('huashu-panel .dot.ready').waitFor()
  return { page, conversation }
}

/** A shopper's line, as a platform's webhook brings it. */
async function says(conversationId: string, text: string): Promise<void> {
  const message = { role: 'shopper', text, messageId: `m${count++}`, at: new Date().toISOString() }
  const response = await fetch(`${app.url}/v1/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ store: 'demo', channel: 'web', conversationId, message }),
  })
  expect(response.status).toBe(202)
}

/** Waits for a list that keys mean already. */
async function settled(page: Page): Promise<string[]> {
  await page.locator('huashu-panel .row').first().waitFor()
  await page.locator('huashu-panel .scroll:not(.fresh)').waitFor()
  return page.locator('huashu-panel .row .text').allTextContents()
}

test('try', async () => {
  const { page, conversation } = await open()
  await says(conversation, '能便宜点吗')
  console.log(await settled(page))
  await page.screenshot({ path: '/tmp/panel1.png' })
  await page.locator('#reply').focus()
  await page.keyboard.type('在的 ')
  await page.keyboard.press('Alt+1')
  await sleep(300)
  console.log(await page.locator('#reply').inputValue())
  await page.screenshot({ path: '/tmp/panel2.png' })
})
