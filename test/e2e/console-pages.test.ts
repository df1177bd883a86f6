import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchChromium, openPage, type PageOptions } from './console-under-test.ts'
import { startRealApp } from './real-app.ts'

let app: Awaited<ReturnType<typeof startRealApp>>
let browser: Browser

beforeAll(async () => {
  app = await startRealApp({ follows: true })
  browser = await launchChromium()
  await haveTalks()
})

afterAll(async () => {
  await browser?.close()
  await app?.close()
})

const open = (place: string, options: PageOptions = {}) => openPage(browser, `${app.url}/#/${place}`, options)

/** Every place, with what is there once it has been read, and what makes it show all it has. */
const PLACES: readonly (readonly [place: string, ready: string, fill?: (page: Page) => Promise<void>])[] = [
  ['desk', '.suggestion .why', (page) => page.locator('.text').fill('三天了还没发货 我很生气')],
  ['desk/watch', '.watched .suggestion', (page) => page.locator('.queue button').first().click()],
  ['library', '.scripts a'],
  ['library/+conflicts', '.scripts a, main .soft'],
  ['library/+new', '.wording'],
  ['library/zh.C01.welcome', '.wording'],
  ['policy', '.policy-field'],
  ['figures', '.bands'],
  ['evaluation', '.plot canvas', (page) => runWith(page, '{"text":"能便宜点吗","intent":"price_haggle"}')],
  ['batch', '.batch td', (page) => runWith(page, '能便宜点吗\n在吗')],
  ['settings', '.settings input[type=checkbox]'],
]

async function runWith(page: Page, text: string): Promise<void> {
  await page.locator('textarea').fill(text)
  await page.locator('.run-bar .main').click()
}

/** A shopper who was answered and one who waits, so that there is something to count and to watch. */
async function haveTalks(): Promise<void> {
  const say = (conversationId: string, role: string, text: string) =>
    fetch(`${app.url}/v1/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        store: 'demo',
        channel: 'jd',
        conversationId,
        agent: { id: 'amy' },
        message: { role, text, at: new Date().toISOString() },
      }),
    })
  await say('answered', 'shopper', '在吗')
  await say('answered', 'agent', '在的亲')
  await say('waits', 'shopper', '能便宜点吗')
}

/** Reads a file that the page gives to save. */
async function saved(page: Page, press: () => Promise<void>): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()])
  return readFileSync(await download.path(), 'utf8')
}

describe('the pages', () => {
  test('a script is found, worked on under the eyes of the guard, kept, given back', async () => {
    const page = await open('library', { expected: /status of 412/ })
    await page.locator('[type=search]').fill('在的哦')
    await page.locator('.scripts a[href$="zh.C01.there"]').click()
    const text = page.locator('.wording textarea').first()
    await text.waitFor()
    const before = await text.inputValue()
    await text.fill('{{you}}，加微信123456给您便宜')
    await page.locator('.wording-check .finding.block').first().waitFor()
    await text.fill('{{you}}，在的呢，慢慢说{{smile}}')
    await page.locator('.wording-check', { hasText: '慢慢说😊' }).waitFor()
    await page.locator('.script .main').click()
    await page.locator('.history li', { hasText: '第 1 版' }).first().waitFor()
    const shipped = await (await fetch(`${app.url}/v1/scripts/zh.C01.there`)).json()
    expect(shipped).toMatchObject({ version: 1, origin: 'override', status: 'approved' })

    // somebody else was faster: what was typed stays, and it says so
    await fetch(`${app.url}/v1/scripts/zh.C01.there`, { method: 'DELETE' })
    await text.fill('{{you}}，在的')
    await page.locator('.script .main').click()
    await page.locator('.error-note', { hasText: 'precondition_failed' }).waitFor()
    expect(await text.inputValue()).toBe('{{you}}，在的')
    await page.locator('button', { hasText: '读取最新的' }).click()
    await page.locator('button', { hasText: '恢复出厂' }).click()
    await expect.poll(() => text.inputValue()).toBe(before)
  }, 60_000)

  test('a policy is changed after it was shown what shoppers will hear; a fault stands at its field', async () => {
    const page = await open('policy', { expected: /status of 400/ })
    await page.locator('.sections button', { hasText: '发货与邮费' }).click()
    const hours = page.getByLabel('几小时内发货')
    await hours.fill('24')
    await page.locator('form [type=submit]').click()
    await page.locator('.change-preview', { hasText: '24小时内' }).waitFor()
    expect(await (await fetch(`${app.url}/v1/policies/versions`)).json()).toEqual({ versions: [] })
    await page.locator('form .main').click()
    await page.locator('.history li', { hasText: '现行' }).waitFor()
    await page.getByLabel('当天截单时间').fill('quarter past')
    await page.locator('form [type=submit]').click()
    await page.locator('.policy-field.faulty [role=alert]').waitFor()
    expect(await page.locator('.policy-field.faulty').textContent()).toContain('当天截单时间')
  }, 60_000)

  test('many messages at once, as a table and as a file that calculates nothing', async () => {
    const page = await open('batch')
    await page.locator('textarea').fill('能便宜点吗\n=HYPERLINK("http://x")\n165 110斤穿什么码')
    await page.locator('.run-bar .main').click()
    await page.locator('output', { hasText: '3 / 3' }).waitFor()
    expect(await page.locator('.batch tbody tr').count()).toBe(3)
    const csv = await saved(page, () => page.locator('button', { hasText: '下载 CSV' }).click())
    const lines = csv.trimEnd().split('\r\n')
    expect(lines).toHaveLength(4)
    expect(lines[2]).toMatch(/^"'=HYPERLINK\(""http:\/\/x""\)",/)
  })

  test('an evaluation says what huashu eval says; it can be stopped', async () => {
    const page = await open('evaluation')
    const gold = readFileSync(join(import.meta.dirname, '../../data/eval/zh-gold.jsonl'), 'utf8')
    const lines = gold.trimEnd().split('\n')
    await page.locator('textarea').fill(lines.slice(0, 120).join('\n'))
    await page.locator('.run-bar .main').click()
    await page.locator('output', { hasText: '120 / 120' }).waitFor()
    const lenient = Number((await page.locator('.totals li').nth(2).locator('b').textContent())!.replace('%', ''))
    expect(lenient).toBeGreaterThan(85)
    expect(await page.locator('.plot canvas').count()).toBe(1)

    let pieces = 0
    await page.route('**/v1/intents', (route) => {
      pieces += 1
      return pieces === 1 ? route.continue() : undefined
    })
    await page.locator('textarea').fill(lines.slice(0, 300).join('\n'))
    await page.locator('.run-bar .main').click()
    await page.locator('output', { hasText: '100 / 300' }).waitFor()
    await page.locator('button', { hasText: '停下' }).click()
    await page.locator('.run-bar .main').waitFor()
    expect(await page.locator('output').textContent()).toBe('100 / 300')
  })

  test('a pairing code is shown large, and pairs', async () => {
    const page = await open('settings')
    await page.locator('button', { hasText: '生成配对码' }).click()
    const code = (await page.locator('.code-shown output').textContent())!.replace(' ', '')
    expect(code).toMatch(/^\d{6}$/)
    const claimed = await fetch(`${app.url}/v1/pairing/claim`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code, agent: { id: 'amy' } }),
    })
    expect(claimed.status).toBe(201)
  })

  test('a service that does not answer is spoken of plainly', async () => {
    const page = await open('batch', { expected: /Failed to load resource/ })
    await page.route('**/v1/suggestions/batch', (route) => route.abort())
    await page.locator('textarea').fill('在吗')
    await page.locator('.run-bar .main').click()
    await page.locator('.error-note', { hasText: '连不上服务' }).waitFor()
  })
})

describe('every page', () => {
  const axe = readFileSync(join(import.meta.dirname, '../../node_modules/axe-core/axe.min.js'), 'utf8')

  test.each([
    ['zh-CN', 'light', 1280],
    ['en-GB', 'dark', 1280],
    ['ko-KR', 'light', 320],
  ] as const)(
    'can be used by everybody, fits and speaks: %s, %s, %i px',
    async (locale, colorScheme, width) => {
      const page = await open('desk', { locale, colorScheme, viewport: { width, height: 800 } })
      const foreign = {
        'zh-CN': /\p{Script=Hangul}/u,
        'en-GB': /[\p{Script=Han}\p{Script=Hangul}]/u,
        'ko-KR': /\p{Script=Han}/u,
      }[locale]
      await page.evaluate(axe)
      for (const [place, ready, fill] of PLACES) {
        await page.evaluate(`location.hash = '#/${place}'`)
        await page.locator('main h1').waitFor()
        await fill?.(page)
        await page.locator(ready).first().waitFor()
        const { violations } = (await page.evaluate(`axe.run(document, { resultTypes: ['violations'] })`)) as {
          violations: { id: string; impact: string; nodes: { html: string }[] }[]
        }
        const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
        expect(grave.map(({ id, nodes }) => [place, id, nodes.map(({ html }) => html)])).toEqual([])
        expect([place, await page.evaluate('document.documentElement.scrollWidth')]).toEqual([place, width])
        // scripts and policies are in the store's languages, whatever the page's
        const words = await page
          .locator('.top nav, main :is(h1, h2, h3, th[scope=col], dt), main .bar, main button:not(.say, .queue *)')
          .allInnerTexts()
        if (!/^(?:policy|library)/.test(place))
          expect([place, words.filter((text) => foreign.test(text))]).toEqual([place, []])
      }
    },
    90_000,
  )

  test('the desk is worked by keyboard alone', async () => {
    const page = await open('desk', { locale: 'en-GB' })
    await page.locator('.text').focus()
    await page.keyboard.type('can you do it cheaper?')
    await page.locator('.say').first().waitFor()
    for (let i = 0; i < 6 && !(await page.locator('.say:focus').count()); i += 1) await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.locator('.log p').count()).toBe(2)
    await page.keyboard.press('Control+Home')
    await page.locator('.skip').focus()
    await page.keyboard.press('Enter')
    expect(await page.evaluate('document.activeElement.id')).toBe('content')
  })
})

describe('how it is served', () => {
  test('hashed files for ever, pages never without asking, packed, and nothing inline', async () => {
    const page = await fetch(`${app.url}/`, { headers: { 'accept-encoding': 'identity' } })
    expect(page.headers.get('cache-control')).toBe('no-cache')
    expect(page.headers.get('content-security-policy')).toContain("default-src 'self'")
    const html = await page.text()
    expect(html).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=/)
    const [script] = /\/assets\/[\w.-]+\.js/.exec(html)!
    const asset = await fetch(`${app.url}${script}`, { headers: { 'accept-encoding': 'br' } })
    expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(asset.headers.get('content-encoding')).toBe('br')
    expect((await fetch(`${app.url}/assets/none.js`)).status).toBe(404)
  })

  test('the first load is no more than 120 kB packed', async () => {
    const page = await openPage(browser, 'about:blank', { isFirstVisit: true })
    const loaded: string[] = []
    page.on('response', (response) => {
      if (/\.(?:js|css|svg)$|\/$/.test(new URL(response.url()).pathname)) loaded.push(new URL(response.url()).pathname)
    })
    await page.goto(app.url)
    await page.locator('.talk').waitFor()
    await page.waitForLoadState('networkidle')
    const bytes = loaded.map(
      (path) =>
        readFileSync(join(import.meta.dirname, '../../dist/console', path === '/' ? 'index.html.gz' : `${path}.gz`))
          .length,
    )
    expect(loaded.length).toBeGreaterThan(3)
    expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThan(120 * 1_024)
  })
})

test('another site learns nothing: it can neither read an answer nor frame a page', async () => {
  const evil = createServer((_request, response) =>
    response.setHeader('content-type', 'text/html').end('<!doctype html><title>x</title>'),
  )
  await new Promise<void>((resolve) => evil.listen(0, '127.0.0.1', resolve))
  const address = evil.address() as { port: number }
  const page = await openPage(browser, `http://127.0.0.1:${address.port}/`, { expected: /./ })
  const read = await page.evaluate(`fetch('${app.url}/v1/conversations').then((r) => r.text(), () => 'refused')`)
  expect(read).not.toContain('conversations')
  await page.evaluate(`document.body.append(Object.assign(document.createElement('iframe'), { src: '${app.url}/' }))`)
  await page.waitForLoadState('networkidle')
  expect(await page.frameLocator('iframe').locator('.talk').count()).toBe(0)
  await new Promise((resolve) => evil.close(resolve))
})
