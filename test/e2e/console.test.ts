import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { findChromium } from '../services/setup.ts'
import { startRealApp } from './real-app.ts'

let app: Awaited<ReturnType<typeof startRealApp>>
let browser: Browser

beforeAll(async () => {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('Chromium is missing: npm run setup:services')
  app = await startRealApp()
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
})

afterAll(async () => {
  await browser?.close()
  await app?.close()
})

/** The page as a browser of that language and size shows it; whatever it complains of, a refused resource too, fails the test. */
async function openConsole(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1280, height: 860 }, ...options })
  const page = await context.newPage()
  page.setDefaultTimeout(5_000)
  const complaints: string[] = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  onTestFinished(async () => {
    await context.close()
    expect(complaints).toEqual([])
  })
  await page.goto(app.url)
  await page.locator('#product option').nth(10).waitFor({ state: 'attached' })
  return page
}

/** Types as a shopper does and waits for the suggestions. */
async function type(page: Page, text: string): Promise<string[]> {
  const answered = page.waitForResponse(
    (response) => response.request().postData()?.includes(JSON.stringify(text)) ?? false,
  )
  await page.locator('#text').pressSequentially(text)
  await (await answered).finished()
  await page.locator('#timing', { hasText: 'ms' }).waitFor()
  return page.locator('#suggestions .say').allTextContents()
}

const logOf = (page: Page) =>
  page.locator('#log li').evaluateAll((items) => items.map((item) => `${item.className}: ${item.textContent}`))

describe('the console page', () => {
  test('suggests while the shopper types; a click sends, and other replies follow', async () => {
    const page = await openConsole()
    const suggested = await type(page, '能便宜点吗')
    expect(suggested).toHaveLength(3)
    expect(await logOf(page)).toEqual([])

    const next = page.waitForResponse((response) => response.url().endsWith('/v1/suggestions'))
    await page.locator('#suggestions .say').first().click()
    await (await next).finished()
    expect(await logOf(page)).toEqual(['shopper: 能便宜点吗', `agent: ${suggested[0]}`])
    expect(await page.locator('#text').inputValue()).toBe('')

    const later = await type(page, '再便宜点吧')
    expect(later.length).toBeGreaterThan(0)
    expect(later[0]).not.toBe(suggested[0])
    await page.locator('#text').press('Enter')
    expect(await logOf(page)).toHaveLength(3)
    await page.locator('#reset').click()
    expect(await logOf(page)).toEqual([])
  })

  test('answers a size question by the chart of the chosen product', async () => {
    const page = await openConsole()
    await page.locator('#product').selectOption({ label: '纯棉短袖' })
    const [first] = await type(page, '165 110斤穿什么码')
    expect(first).toMatch(/(?<![A-Z])M(?![A-Z])/)
    expect(await page.locator('#suggestions li').first().getAttribute('class')).toBe('answer')
    expect(await page.locator('#intents li').first().textContent()).toMatch(/尺码合身.*recommend/)
    expect(await page.locator('#slots li').allTextContents()).toEqual(['身高 165', '体重 110斤 → 55 kg'])
  })

  test.each([
    ['zh-CN', 'zh-CN', '165 110斤穿什么码', '纯棉短袖', /\p{Script=Hangul}/u],
    ['en-GB', 'en', "I'm 5'5\" and 55kg, which size?", 'cotton T-shirt', /[\p{Script=Han}\p{Script=Hangul}]/u],
    ['ko-KR', 'ko', '165에 55kg인데 사이즈 뭐 사야 해요?', '순면 반팔티', /\p{Script=Han}/u],
  ])('speaks the language of the browser: %s', async (locale, lang, text, product, foreign) => {
    const page = await openConsole({ locale })
    expect(await page.locator('html').getAttribute('lang')).toBe(lang)
    await page.locator('#product').selectOption({ label: product })
    const suggested = await type(page, text)
    expect(suggested.some((reply) => /(?<![A-Z])M(?![A-Z])/.test(reply))).toBe(true)
    // the name of the project and of the languages are the same for everybody
    const shown = await page.locator('main, #setting label:not([for=language])').allInnerTexts()
    expect(shown.join('\n')).not.toMatch(foreign)
  })

  test('fits a phone of 320 px in every language', async () => {
    for (const locale of ['zh-CN', 'en-GB', 'ko-KR']) {
      const page = await openConsole({ locale, viewport: { width: 320, height: 640 } })
      await type(
        page,
        locale === 'zh-CN'
          ? '三天了还没发货'
          : locale === 'ko-KR'
            ? '아직 발송 안 됐어요'
            : 'still not sent after 3 days',
      )
      await page.locator('#suggestions .say').first().click()
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320)
      // nothing stands beside the suggestions
      expect(
        await page
          .locator('#suggestions li')
          .first()
          .evaluate((item) => item.clientWidth),
      ).toBeGreaterThan(280)
    }
  })

  test.each(['light', 'dark'] as const)('can be read in the %s', async (colorScheme) => {
    const page = await openConsole({ colorScheme })
    await type(page, '能便宜点吗')
    for (const selector of [
      'h2',
      '#suggestions .say',
      '#suggestions .why span',
      '#suggestions b',
      '#samples button',
      '#shopper [type=submit]',
    ]) {
      expect(await contrast(page, selector), selector).toBeGreaterThan(4.5)
    }
    const dark = colorScheme === 'dark'
    expect((await luminance(page, 'body', 'backgroundColor')) < 0.2).toBe(dark)
  })
})

/** WCAG contrast of a text with the nearest background that is painted. */
async function contrast(page: Page, selector: string): Promise<number> {
  const pair = [await luminance(page, selector, 'color'), await luminance(page, selector, 'backgroundColor')]
  return (Math.max(...pair) + 0.05) / (Math.min(...pair) + 0.05)
}

function luminance(page: Page, selector: string, property: 'color' | 'backgroundColor'): Promise<number> {
  return page.evaluate(`(() => {
    let node = document.querySelector(${JSON.stringify(selector)})
    const paint = () => getComputedStyle(node).${property}.match(/[\\d.]+/g).map(Number)
    while (paint()[3] === 0) node = node.parentElement
    const [r, g, b] = paint().map((part) => part / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  })()`)
}
