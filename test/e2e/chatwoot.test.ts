import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { storeSkeleton } from '../../src/server/cli/store-skeleton.ts'
import type { Engine } from '../../src/server/ports.ts'
import { gatewayUnderTest, KEY, keyOf, temporaryFolder } from '../server/gateway-under-test.ts'
import { chatwootUnderTest, type Kept } from '../server/ingest/chatwoot-under-test.ts'
import { payload } from '../server/ingest/payload.ts'
import { chatwoot, SECRET, TOKEN, webhook } from '../server/ingest/webhook.ts'
import { findChromium } from '../services/setup.ts'
import { trainedDataDir, trainedEngine } from '../trained-engine.ts'
import { startRealApp } from './real-app.ts'

const MAIN = join(import.meta.dirname, '../../src/server/main.ts')
const incoming = payload('chatwoot-message-incoming')
let browser: Browser
let engine: Engine
beforeAll(async () => {
  engine = await trainedEngine()
  const executablePath = findChromium()
  if (!executablePath) throw new Error('Chromium is missing: npm run setup:services')
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
})
afterAll(() => browser?.close())

async function post(url: string, request: ReturnType<typeof webhook>): Promise<Record<string, unknown>> {
  const { host: _, ...headers } = request.headers
  const response = await fetch(`${url}${request.url}`, { method: 'POST', headers, body: request.payload })
  return (await response.json()) as Record<string, unknown>
}

/** A shopper's message of now. */
const said = (id: number, content: string) =>
  webhook({ ...incoming, id, content, created_at: new Date().toISOString() })

/** What Chatwoot's dashboard does for a dashboard app: it tells the frame about the conversation, once loaded and whenever asked. */
const dashboard = (
  frame: string,
) => `<!doctype html><title>chat</title><iframe id="app" width="420" height="700" src="${frame}"></iframe>
<script>
  let conversation = { id: 77 }
  const tell = () => document.getElementById('app').contentWindow.postMessage(
    JSON.stringify({ event: 'appContext', data: { conversation, contact: {}, currentAgent: { id: 12, name: '小满', email: 'x@shop.example' } } }), '*')
  window.onmessage = ({ data }) => { if (data === 'chatwoot-dashboard-app:fetch-info') tell() }
  window.change = (id) => { conversation = { id }; tell() }
</script>`

async function open(url: string): Promise<Page> {
  const context = await browser.newContext({ locale: 'zh-CN' })
  onTestFinished(() => context.close())
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  await page.goto(url)
  return page
}

describe('a shopper writes in Chatwoot', () => {
  test('and the suggestions arrive as a private note within five seconds; the note comes back and is nobody’s message', async () => {
    const echoes: Promise<Record<string, unknown>>[] = []
    let url = ''
    const echo = (note: Kept) => {
      const body = { ...payload('chatwoot-message-our-note'), ...note }
      echoes.push(post(url, webhook(body)))
    }
    const chat = await chatwootUnderTest(echo)
    const source = chatwoot({ baseUrl: chat.baseUrl, notes: true })
    const app = await startRealApp({ engine, sources: [source] })
    url = app.url
    onTestFinished(app.close)
    expect(await post(url, said(1, '能便宜点吗'))).toMatchObject({ messages: 1 })
    await vi.waitFor(() => expect(chat.kept).toHaveLength(1), { timeout: 5_000, interval: 10 })
    const { content, private: isPrivate, conversationId } = chat.kept[0]!
    expect([isPrivate, conversationId]).toEqual([true, 77])
    expect(content.match(/^\*\*\d\\\. (?:回答|询问|稳住|收尾)\*\*$/gm)).toHaveLength(3)
    expect(content).toContain('理由: ')
    await vi.waitFor(() => expect(echoes).toHaveLength(1), { interval: 10 })
    expect(await echoes[0]).toMatchObject({ messages: 0, ignored: ['a private note'] })
  })
})

test('an operator sets it up with files alone', async () => {
  const chat = await chatwootUnderTest()
  const folder = temporaryFolder()
  const stores = join(folder, 'stores')
  const ingest = join(stores, 'shop-a', 'ingest')
  mkdirSync(ingest, { recursive: true })
  const { store, products } = storeSkeleton('shop-a')
  writeFileSync(join(stores, 'shop-a', 'store.yaml'), store)
  writeFileSync(join(stores, 'shop-a', 'products.yaml'), products)
  writeFileSync(join(ingest, 'chatwoot.yaml'), `baseUrl: ${chat.baseUrl}\naccount: 1\nnotes: true\n`)
  writeFileSync(join(folder, 'secrets.yaml'), `shop-a: {chatwoot: {secret: ${SECRET}, token: ${TOKEN}}}\n`)
  // models take long to train
  symlinkSync(join(trainedDataDir, 'models'), join(folder, 'models'))
  const settings = {
    PORT: '0',
    DATA_DIR: folder,
    STORES_DIR: stores,
    INGEST_SECRETS_FILE: join(folder, 'secrets.yaml'),
  }
  const child = spawn(process.execPath, [MAIN], { env: settings, cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(async () => {
    child.kill()
    await once(child, 'close')
  })
  let printed = ''
  child.stdout.on('data', (piece) => {
    printed += piece
  })
  await vi.waitFor(() => expect(printed).toContain('Huashu is ready'), { timeout: 25_000 })
  const [, url] = /ready at (\S+)/.exec(printed)!
  const request = webhook({ ...incoming, created_at: new Date().toISOString() }, { store: 'shop-a' })
  expect(await post(url!, request)).toMatchObject({ messages: 1 })
  await vi.waitFor(() => expect(chat.kept).toHaveLength(1), { timeout: 5_000, interval: 10 })
})

describe('the dashboard app', () => {
  test('shows the suggestions of the conversation as they come, and copies them', async () => {
    const chat = await chatwootUnderTest()
    const source = chatwoot({ baseUrl: chat.baseUrl })
    const app = await startRealApp({ engine, sources: [source], allowedOrigins: [chat.baseUrl] })
    onTestFinished(app.close)
    chat.pages.set('/', dashboard(`${app.url}/apps/chatwoot?store=demo`))
    await post(app.url, said(1, '能便宜点吗'))
    const page = await open(chat.baseUrl)
    const frame = page.frameLocator('#app')
    const replies = frame.locator('#suggestions .say')
    await expect.poll(() => replies.count(), { timeout: 10_000 }).toBe(3)
    const first = await replies.first().textContent()

    // the frame has no clipboard of its own, as in Chatwoot
    await replies.first().click()
    await frame.locator('.say[data-act="已复制"]').waitFor()
    await page.evaluate("document.body.append(Object.assign(document.createElement('textarea'), { id: 'composer' }))")
    await page.locator('#composer').focus()
    await page.keyboard.press('Control+V')
    expect(await page.locator('#composer').inputValue()).toBe(first)

    await post(
      app.url,
      webhook({ ...payload('chatwoot-message-outgoing'), id: 2, content: first, created_at: new Date().toISOString() }),
    )
    await post(app.url, said(3, '165 110斤穿什么码'))
    await expect.poll(() => replies.first().textContent(), { timeout: 10_000 }).not.toBe(first)

    await page.evaluate('change(78)')
    await frame.locator('#suggestions .none').waitFor()
  })

  test('believes nobody but its Chatwoot, and stands in no other frame', async () => {
    const [chat, evil] = await Promise.all([chatwootUnderTest(), chatwootUnderTest()])
    const { app, listen } = await gatewayUnderTest({
      sources: [chatwoot({ baseUrl: chat.baseUrl })],
      config: { allowedOrigins: [chat.baseUrl] },
    })
    const url = await listen()
    const address = `${url}/apps/chatwoot?store=demo`
    const { headers } = await fetch(address)
    expect(headers.get('content-security-policy')).toBe(`default-src 'self';frame-ancestors ${chat.baseUrl}`)
    expect(headers.get('x-frame-options')).toBeNull()
    const others = await Promise.all(['/', '/chatwoot.html', '/chatwoot.js'].map((path) => fetch(`${url}${path}`)))
    for (const other of others) {
      expect(other.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
      expect(other.headers.get('x-frame-options')).toBe('SAMEORIGIN')
    }
    const hosts = { host: 'localhost' }
    for (const store of ['other', 'nowhere', '"><script>'])
      expect(
        (await app.inject({ url: `/apps/chatwoot?store=${encodeURIComponent(store)}`, headers: hosts })).statusCode,
      ).toBe(404)

    evil.pages.set('/', dashboard(address))
    const refused = await open(evil.baseUrl)
    expect(await refused.frameLocator('#app').locator('#suggestions').count()).toBe(0)

    // opened by itself, a page that gets hold of its window can tell it nothing
    await post(url, said(1, '能便宜点吗'))
    const page = await open(address)
    await page.evaluate(`postMessage(JSON.stringify({ event: 'appContext', data: { conversation: { id: 77 } } }), '*')`)
    await page.waitForTimeout(300)
    expect(await page.locator('#suggestions .say').count()).toBe(0)
  })

  test('is served only where its Chatwoot is an allowed origin', async () => {
    const { app } = await gatewayUnderTest({ sources: [chatwoot()] })
    const response = await app.inject({ url: '/apps/chatwoot?store=demo', headers: { host: 'localhost' } })
    expect([response.statusCode, response.json().error.code]).toEqual([404, 'not_found'])
  })

  test('asks to be paired where keys are needed, once', async () => {
    const chat = await chatwootUnderTest()
    const { app, listen } = await gatewayUnderTest({
      sources: [chatwoot({ baseUrl: chat.baseUrl })],
      config: { allowedOrigins: [chat.baseUrl] },
      keys: [keyOf()],
    })
    const url = await listen()
    chat.pages.set('/', dashboard(`${url}/apps/chatwoot?store=demo`))
    await post(url, said(1, '能便宜点吗'))
    const page = await open(chat.baseUrl)
    const frame = page.frameLocator('#app')
    await frame.locator('#code').fill('000000')
    await frame.locator('#pairing button').click()
    await frame.locator('#notice', { hasText: '配对码不对' }).waitFor()

    const headers = { host: 'localhost', authorization: `Bearer ${KEY}` }
    const { code } = (await app.inject({ method: 'POST', url: '/v1/pairing', headers })).json()
    await frame.locator('#code').fill(code)
    await frame.locator('#pairing button').click()
    await frame.locator('#suggestions .say', { hasText: 're:能便宜点吗' }).waitFor()

    await page.reload()
    await frame.locator('#suggestions .say', { hasText: 're:能便宜点吗' }).waitFor()
    expect(await frame.locator('#pairing').isHidden()).toBe(true)
  })
})
