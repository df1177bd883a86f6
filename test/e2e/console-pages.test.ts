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
})

afterAll(async () => {
  await browser?.close()
  await app?.close()
})

const open = (place: string, options: PageOptions = {}) => openPage(browser, `${app.url}/#/${place}`, options)

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

  test('phrases of another program are looked at, taken in and given back', async () => {
    const page = await open('library/+import')
    const buffer = Buffer.from('text\n亲，这款洗的时候翻过来冷水手洗就好\n加微信123456给您便宜\n')
    await page.locator('input[type=file]').setInputFiles({ name: 'phrases.csv', mimeType: 'text/csv', buffer })
    const go = page.locator('.run .main')
    await page.locator('.totals').waitFor()
    const none = await (await fetch(`${app.url}/v1/scripts/imports`)).json()
    expect(none).toEqual({ imports: [] })
    await go.click()
    await page.locator('button', { hasText: '撤回' }).click()
    await page.locator('[role=status]', { hasText: '已撤回' }).waitFor()
  })

  test('goods are looked at row by row, taken in when nothing is at fault, and taken out', async () => {
    const page = await open('library/+goods')
    const choose = (text: string) =>
      page
        .locator('input[type=file]')
        .setInputFiles({ name: 'goods.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
    const heading = '商品编号,商品标题,类目,价格\n'
    await choose(`${heading}shirt-9,亚麻衬衫,clothing,便宜\n`)
    await page.locator('tr', { hasText: '“便宜”不是数字' }).waitFor()
    expect(await page.locator('.run .main').isDisabled()).toBe(true)
    await choose(`${heading}shirt-9,亚麻衬衫,clothing,129\n`)
    await page.locator('.run .main', { hasText: '导入 1 件' }).click()
    await page.locator('[role=status]', { hasText: '已导入' }).waitFor()
    expect(await (await fetch(`${app.url}/v1/products/shirt-9`)).json()).toMatchObject({ price: 129 })
    const download = page.waitForEvent('download')
    await page.locator('button', { hasText: 'JSON' }).click()
    expect((await download).suggestedFilename()).toBe('goods.jsonl')
  })

  test('figures are narrowed to one agent or channel, and a script is found among many', async () => {
    for (const [i, id] of ['amy', 'bob', 'amy'].entries()) {
      const talk = { store: 'demo', channel: i === 0 ? 'jd' : 'taobao', conversationId: `f${i}`, agent: { id } }
      for (const role of ['shopper', 'agent'])
        await fetch(`${app.url}/v1/messages`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ ...talk, message: { messageId: role, role, text: '在吗' } }),
        })
    }
    await app.gateway.kpis!.catchUp()
    const page = await open('figures')
    const enquiries = (count: number) =>
      page.locator('.totals li:first-child b', { hasText: new RegExp(`^${count}$`) }).waitFor()
    await enquiries(3)
    await page.locator('[name=agent]').selectOption('amy')
    await enquiries(2)
    await page.locator('[name=channel]').selectOption('jd')
    await enquiries(1)
    await page.locator('[name=by]').selectOption('intent')
    const row = page.locator('tbody tr', { hasText: 'greeting' }).first()
    await row.waitFor()
    await page.locator('[name=part]').fill('nothing like it')
    await row.waitFor({ state: 'detached' })
  }, 60_000)

  test('a voice is seen side by side before it is kept, and two wordings are compared', async () => {
    const page = await open('policy')
    await page.locator('.sections button', { hasText: '说话口吻' }).click()
    await page.getByLabel('正式程度').selectOption('formal')
    await page.locator('form [type=submit]').click()
    const row = page.locator('.voice-preview tbody tr', { hasText: '咱' }).first()
    await row.locator('td').nth(1).filter({ hasText: '我们' }).waitFor()
    await page.goto(`${app.url}/#/library/zh.C01.there_ask`)
    await page.locator('.trials button', { hasText: '比较前两种说法' }).click()
    await page.locator('.trial.running tbody tr').nth(1).waitFor()
    await page.locator('.trial button', { hasText: '结束比较' }).click()
    await page.locator('.trial.ended').waitFor()
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
