import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { expect, onTestFinished } from 'vitest'
import { findChromium } from '../services/setup.ts'

export function launchChromium(): Promise<Browser> {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('Chromium is missing: npm run setup:services')
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
}

export interface PageOptions extends BrowserContextOptions {
  /** True = nobody has been here before: the tour begins. */
  readonly isFirstVisit?: boolean
  /** Complaints of the browser that belong to the test. */
  readonly expected?: RegExp
}

/** A page of the console as a browser of that language and size shows it; whatever it complains of, a refused resource too, fails the test. */
export async function openPage(browser: Browser, url: string, options: PageOptions = {}): Promise<Page> {
  const { isFirstVisit = false, expected, ...rest } = options
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1280, height: 860 }, ...rest })
  if (!isFirstVisit) await context.addInitScript("localStorage.setItem('huashu-tour', 'seen')")
  const page = await context.newPage()
  page.setDefaultTimeout(30_000)
  const complaints: string[] = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  onTestFinished(async () => {
    await context.close()
    expect(complaints.filter((text) => !expected?.test(text))).toEqual([])
  })
  await page.goto(url)
  return page
}

/** WCAG contrast of a text with the nearest background that is painted. */
export async function contrast(page: Page, selector: string): Promise<number> {
  const pair = [await luminance(page, selector, 'color'), await luminance(page, selector, 'backgroundColor')]
  return (Math.max(...pair) + 0.05) / (Math.min(...pair) + 0.05)
}

export function luminance(page: Page, selector: string, property: 'color' | 'backgroundColor'): Promise<number> {
  return page.evaluate(`(() => {
    let node = document.querySelector(${JSON.stringify(selector)})
    const paint = () => getComputedStyle(node).${property}.match(/[\\d.]+/g).map(Number)
    while (paint()[3] === 0) node = node.parentElement
    const [r, g, b] = paint().map((part) => part / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  })()`)
}

/** The live desk, with the store's goods read. */
export async function openDesk(browser: Browser, url: string, options: PageOptions = {}): Promise<Page> {
  const page = await openPage(browser, url, options)
  await page.locator('[name=product] option').nth(10).waitFor({ state: 'attached' })
  return page
}

/** Types as a shopper does and waits for the suggestions. */
export async function type(page: Page, text: string, talk = page.locator('.talk').first()): Promise<string[]> {
  const answered = page.waitForResponse(
    (response) => response.request().postData()?.includes(JSON.stringify(text)) ?? false,
  )
  await talk.locator('.text').pressSequentially(text)
  const { suggestions } = (await (await answered).json()) as { suggestions: { text: string }[] }
  await talk.locator('.say', { hasText: suggestions[0]!.text }).first().waitFor()
  return talk.locator('.say').allTextContents()
}
