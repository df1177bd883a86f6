import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  contrast,
  launchChromium,
  luminance,
  openDesk as openDeskAt,
  type PageOptions,
  type,
} from './console-under-test.ts'
import { startRealApp } from './real-app.ts'

let app: Awaited<ReturnType<typeof startRealApp>>
let browser: Browser

beforeAll(async () => {
  app = await startRealApp()
  browser = await launchChromium()
})

afterAll(async () => {
  await browser?.close()
  await app?.close()
})

const openDesk = (options?: PageOptions) => openDeskAt(browser, app.url, options)

describe('the look of the desk', () => {
  test.each([
    ['zh-CN', 'zh-CN', '165 110斤穿什么码', '纯棉短袖', /\p{Script=Hangul}/u],
    ['en-GB', 'en', "I'm 5'5\" and 55kg, which size?", 'cotton T-shirt', /[\p{Script=Han}\p{Script=Hangul}]/u],
    ['ko-KR', 'ko', '165에 55kg인데 사이즈 뭐 사야 해요?', '순면 반팔티', /\p{Script=Han}/u],
  ])('speaks the language of the browser: %s', async (locale, lang, text, product, foreign) => {
    const page = await openDesk({ locale })
    expect(await page.locator('html').getAttribute('lang')).toBe(lang)
    await page.locator('[name=product]').selectOption({ label: product })
    const suggested = await type(page, text)
    expect(suggested.some((reply) => /(?<![A-Z])M(?![A-Z])/.test(reply))).toBe(true)
    // the name of the project and of the languages are the same for everybody
    const shown = await page.locator('main, .top nav').allInnerTexts()
    expect(shown.join('\n')).not.toMatch(foreign)
  })

  test('a chosen language and theme are remembered', async () => {
    const page = await openDesk()
    await page.locator('.choices [name=language]').selectOption('ko')
    await page.locator('.choices [name=theme]').selectOption('dark')
    await page.reload()
    await page.locator('h1', { hasText: '고객 역할' }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('ko')
    await expect.poll(() => luminance(page, 'body', 'backgroundColor')).toBeLessThan(0.2)
  })

  test('a remembered theme is there from the first frame, however slowly the program comes', async () => {
    const page = await openDesk()
    await page.locator('.choices [name=theme]').selectOption('dark')
    await page.addInitScript(`{
      globalThis.frames = []
      const look = () => {
        frames.push(getComputedStyle(document.documentElement).colorScheme)
        requestAnimationFrame(look)
      }
      requestAnimationFrame(look)
    }`)
    await page.route('**/*.js', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 400))
      await route.continue()
    })
    await page.reload()
    await page.locator('h1').first().waitFor()
    expect(new Set(await page.evaluate<string[]>('frames'))).toEqual(new Set(['dark']))
  })

  test('fits a phone of 320 px in every language', async () => {
    for (const [locale, text] of [
      ['zh-CN', '三天了还没发货'],
      ['en-GB', 'still not sent after 3 days'],
      ['ko-KR', '아직 발송 안 됐어요'],
    ] as const) {
      const page = await openDesk({ locale, viewport: { width: 320, height: 640 } })
      await type(page, text)
      await page.locator('.say').first().click()
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320)
      // nothing stands beside the suggestions
      const width = () =>
        page
          .locator('.suggestion')
          .first()
          .evaluate((item) => item.clientWidth)
      await expect.poll(width).toBeGreaterThan(250)
    }
  })

  test.each(['light', 'dark'] as const)('can be read in the %s', async (colorScheme) => {
    const page = await openDesk({ colorScheme })
    await type(page, '能便宜点吗')
    for (const selector of [
      'h2',
      '.suggestion .say',
      '.suggestion .why span',
      '.suggestion b',
      '.shopper-line [type=submit]',
      '.top nav a[aria-current]',
      '.intents small',
    ]) {
      expect(await contrast(page, selector), selector).toBeGreaterThan(4.5)
    }
    const dark = colorScheme === 'dark'
    expect((await luminance(page, 'body', 'backgroundColor')) < 0.2).toBe(dark)
  })
})
