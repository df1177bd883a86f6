import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { findChromium } from '../services/setup.ts'

const DIST = join(import.meta.dirname, '../../dist/panel')
const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
const SCRIPTS = [...['fake-source.js', 'panel-scene.js'].map((name) => join(import.meta.dirname, name)), AXE]
/** Where the panel's script lies, with its languages beside it: a name that browsers trust like https. */
const ORIGIN = 'http://panel.localhost'
/** One pixel. */
const GIF = Buffer.from('R0lGODlhAQABAIAAAP///wAAACwAAAAAAQABAAACAkQBADs=', 'base64')

let browser: Browser

/** What comes true in a while, on a busy machine too. */
const soon = <T>(look: () => T | Promise<T>) => expect.poll(look, { timeout: 10_000 })

beforeAll(async () => {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('Chromium is missing: npm run setup:services')
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
})

afterAll(() => browser?.close())

/** The panel over the whole window, connected, with nothing said yet. */
async function scene(lang: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 400, height: 900 }, ...options })
  onTestFinished(() => context.close())
  const page = await context.newPage()
  const html = `<!doctype html><html lang="${lang}"><meta charset="utf-8"><title>t</title><link rel="icon" href="data:,"><body style="margin:0;height:100vh"><main style="height:100%"></main>`
  await page.route(`${ORIGIN}/**`, (route) => {
    const { pathname } = new URL(route.request().url())
    if (pathname === '/') return route.fulfill({ contentType: 'text/html', body: html })
    if (pathname === '/chart.gif') return route.fulfill({ contentType: 'image/gif', body: GIF })
    return existsSync(join(DIST, pathname))
      ? route.fulfill({ path: join(DIST, pathname) })
      : route.fulfill({ status: 404 })
  })
  await page.goto(ORIGIN)
  await page.addScriptTag({ url: `${ORIGIN}/huashu-panel.js` })
  for (const path of SCRIPTS) await page.addScriptTag({ path })
  await page.evaluate(`startScene({}); document.querySelector('main').append(document.querySelector('huashu-panel'))`)
  await page.locator('huashu-panel .dot.ready').waitFor()
  return page
}

async function fill(page: Page): Promise<void> {
  await page.evaluate('fillScene()')
  await page.locator('huashu-panel .row').nth(3).waitFor()
  await page.locator('huashu-panel .scroll:not(.fresh)').waitFor()
}

/** Serious and critical findings, with the elements they are about. */
const findings = (page: Page) =>
  page.evaluate(`axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => [id, ...nodes.map(({ html, any }) => html + any.map(({ message }) => message).join())]))`)

describe('the panel for everybody', () => {
  test.each([
    ['zh-CN', 'light', 400],
    ['en', 'dark', 400],
    ['ko', 'light', 320],
  ] as const)('axe-core has nothing serious to say: %s, %s, %i px', async (lang, colorScheme, width) => {
    const page = await scene(lang, { colorScheme, viewport: { width, height: 900 } })
    expect(await findings(page)).toEqual([])
    await fill(page)
    expect(await findings(page)).toEqual([])
    const row = page.locator('huashu-panel .row')
    await row.nth(0).locator('.icon').nth(0).click()
    await row.nth(1).locator('.icon').nth(1).click()
    await row.nth(2).locator('.icon').nth(3).click()
    await row.nth(3).locator('.icon').nth(4).click()
    await row.nth(3).locator('.chips button').first().click()
    await page.locator('huashu-panel .row.gone').waitFor()
    expect(await findings(page)).toEqual([])
    await page.locator('huashu-panel input[type=search]').fill('发票')
    await page.locator('huashu-panel .row', { hasText: '电子发票' }).waitFor()
    expect(await findings(page)).toEqual([])
    await page.locator('huashu-panel input[type=search]').press('Escape')
    await page.evaluate(`source.lose()`)
    await page.locator('huashu-panel .dot.lost').waitFor()
    expect(await findings(page)).toEqual([])
  })

  test.each(['zh-CN', 'en', 'ko'])('fits 320 px, which is also 640 px at twice the size: %s', async (lang) => {
    const page = await scene(lang, { viewport: { width: 320, height: 640 }, deviceScaleFactor: 2 })
    await fill(page)
    const beyond = await page.evaluate(`[...document.querySelector('huashu-panel').shadowRoot.querySelectorAll(
      '.panel, .head, .reading, .search, .scroll, .row, .missing form, .end')]
      .filter((one) => one.getBoundingClientRect().right > innerWidth + 0.5 || one.scrollWidth > one.clientWidth + 1)
      .map((one) => one.className + ' ' + one.scrollWidth + '>' + one.clientWidth)`)
    expect(beyond).toEqual([])
  })

  test('nothing moves when suggestions, clock and reminders arrive', async () => {
    const page = await scene('zh-CN')
    const places = () =>
      page.evaluate(`['.head', '.queue', '.reading', '.search', '.scroll', '.end'].map((one) => {
        const { top, bottom } = document.querySelector('huashu-panel').shadowRoot.querySelector(one).getBoundingClientRect()
        return [one, top, bottom]
      })`)
    const before = await places()
    await fill(page)
    expect(await places()).toEqual(before)
  })

  test('the list is told politely, once', async () => {
    const page = await scene('en')
    await fill(page)
    const live = page.locator('huashu-panel [aria-live=polite]')
    await soon(() => live.textContent()).toMatch(/^4 suggestions, the first: /)
    expect(await page.locator('huashu-panel [aria-live]').count()).toBe(1)
  })

  test('a pointer over the list holds it, until somebody types in the page; it says so meanwhile', async () => {
    const page = await scene('en')
    await fill(page)
    const first = page.locator('huashu-panel .row .text').first()
    await first.hover()
    await page.evaluate(`nextAnswer('t9', 'something newer')`)
    await page.locator('huashu-panel .news', { hasText: 'New suggestions' }).waitFor()
    expect(await first.textContent()).not.toBe('something newer')
    await page.keyboard.press('a')
    await soon(() => first.textContent()).toBe('something newer')
  })

  test('a reply in parts goes in part by part, one per key', async () => {
    const page = await scene('zh-CN')
    await page.evaluate(`window.parts = []
      addEventListener('huashu-insert', (event) => { event.preventDefault(); parts.push(event.detail.part.text) })`)
    await fill(page)
    await page.keyboard.press('Alt+4')
    await page.locator('huashu-panel .part', { hasText: '第 2/2 段' }).waitFor()
    await page.keyboard.press('Alt+4')
    await page.locator('huashu-panel .part', { hasText: '第 1/2 段' }).waitFor()
    expect(await page.evaluate('parts')).toEqual(['好的', '亲'])
  })

  test('an image goes into the clipboard as an image, and where it cannot be had, where it is found', async () => {
    const page = await scene('zh-CN', { permissions: ['clipboard-read', 'clipboard-write'] })
    const insert = async (turnId: string, ref: string) => {
      const part = JSON.stringify([{ kind: 'image', ref, alt: '尺码表' }])
      await page.evaluate(`nextAnswer('${turnId}', '${turnId}', { parts: ${part} })`)
      await page.locator('huashu-panel .row .text', { hasText: turnId }).waitFor()
      await page.locator('huashu-panel .scroll:not(.fresh)').waitFor()
      await page.keyboard.press('Alt+1')
    }
    const kinds = () => page.evaluate('navigator.clipboard.read().then((items) => items.flatMap(({ types }) => types))')
    await insert('t8', `${ORIGIN}/chart.gif`)
    await soon(kinds).toEqual(['image/png'])
    await insert('t9', `${ORIGIN}/nowhere.gif`)
    await soon(() => page.evaluate('navigator.clipboard.readText()')).toBe(`${ORIGIN}/nowhere.gif`)
  })

  test('its script is small', () => {
    const [script, ...languages] = ['huashu-panel.js', 'panel.en.js', 'panel.ko.js'].map(
      (name) => gzipSync(readFileSync(join(DIST, name))).length,
    )
    expect(script! + Math.max(...languages)).toBeLessThanOrEqual(30_000)
    expect(script).toBeLessThanOrEqual(27_000)
  })
})
