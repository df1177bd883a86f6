import { readFileSync } from 'node:fs'
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
  ['desk/watch', '.watched .row .text', (page) => page.locator('.queue button').first().click()],
  ['library', '.scripts a'],
  ['library/+conflicts', '.scripts a, main .soft'],
  ['library/+import', '.file'],
  ['library/+goods', '.totals', chooseGoods],
  ['library/+goods:tee-basic', '.history li, .facts'],
  ['library/+new', '.wording'],
  ['library/zh.C01.welcome', '.wording'],
  ['policy', '.policy-field'],
  ['policy', '.policy-row .policy-field', (page) => openRow(page, /^(?:活动|Promotions|행사)$/)],
  ['policy', '.policy-row input[type=date]', (page) => openRow(page, /^(?:日历|Calendar|달력)$/)],
  ['figures', '.bands'],
  ['evaluation', '.plot canvas', (page) => runWith(page, '{"text":"能便宜点吗","intent":"price_haggle"}')],
  ['batch', '.batch td', (page) => runWith(page, '能便宜点吗\n在吗')],
  ['settings', '.settings input[type=checkbox]'],
]

/** The first row of a list of the policy. */
async function openRow(page: Page, section: RegExp): Promise<void> {
  await page.locator('.sections button', { hasText: section }).click()
  await page.locator('.policy-row .title').first().click()
}

async function chooseGoods(page: Page): Promise<void> {
  const buffer = Buffer.from('商品编号,商品标题,价格,备注\na,夏季短袖,便宜,\n')
  await page.locator('input[type=file]').setInputFiles({ name: 'goods.csv', mimeType: 'text/csv', buffer })
}

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
