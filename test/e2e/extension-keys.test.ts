import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { SITUATION } from './chat-pages.ts'
import { panelOf, suggestionsIn } from './extension-browser.ts'
import { eventually, startExtension, type Under } from './extension-under-test.ts'

let under: Under
const HOSTS = ['keys', 'late', 'away', 'typing'] as const

beforeAll(async () => {
  under = await startExtension()
  await under.pair()
  await under.enable(Object.fromEntries(HOSTS.map((host) => [host, { ...SITUATION, replyBox: '#editor textarea' }])))
})
afterAll(() => under?.close())

async function open(host: (typeof HOSTS)[number]) {
  const page = await under.context.newPage()
  onTestFinished(() => page.close())
  await page.goto(under.urlOf(host))
  const panel = await panelOf(page)
  return { page, panel, suggestions: await suggestionsIn(panel) }
}

const written = (page: Page) => page.locator('textarea').inputValue()

/** Says something, and resolves once the list of another answer is on the screen. */
async function answered({ page, panel }: Awaited<ReturnType<typeof open>>, text: string): Promise<void> {
  const changed = panel.evaluate(`new Promise((resolve) => {
    const root = document.querySelector('huashu-panel').shadowRoot
    const first = () => root.querySelector('.row .text')?.id
    const before = first()
    new MutationObserver(() => first() !== before && resolve()).observe(root, { childList: true, subtree: true, attributes: true })
  })`)
  await page.evaluate(`chat.say('theirs', ${JSON.stringify(text)})`)
  await changed
}

describe('a key of the panel in a chat page', () => {
  test('inserts beside what was typed; one that the page makes up does not', async () => {
    const { page, suggestions } = await open('keys')
    const [first = '', second = ''] = await suggestions.allTextContents()
    await page.locator('textarea').fill('稍等')
    await page.evaluate(`document.querySelector('textarea').dispatchEvent(
      new KeyboardEvent('keydown', { code: 'Digit1', key: '1', altKey: true, bubbles: true, composed: true }))`)
    await page.locator('textarea').press('Alt+Digit2')
    await eventually(() => written(page)).toBe(`稍等${second}`)
    await page.locator('textarea').press('Alt+Digit1')
    await eventually(() => written(page)).toBe(`稍等${second}${first}`)
  })

  test('means the list that stood there when it was pressed, however late the panel hears of it', async () => {
    const opened = await open('late')
    const { page, suggestions } = opened
    const old = await suggestions.first().textContent()
    await page.locator('textarea').focus()
    await answered(opened, '能便宜点吗')
    const worker = under.context.serviceWorkers()[0]!
    await worker.evaluate(`void setTimeout(() => { const until = Date.now() + 700; while (Date.now() < until); })`)
    await page.keyboard.press('Alt+Digit1')
    await eventually(() => written(page)).toBe(old)
    expect(await suggestions.first().textContent()).not.toBe(old)
  })

  test('that is let go where nobody hears it holds the list no longer', async () => {
    const opened = await open('away')
    const { page, panel, suggestions } = opened
    const before = await suggestions.first().textContent()
    await page.locator('textarea').focus()
    await page.keyboard.down('Alt')
    await page.evaluate(`chat.say('theirs', '能便宜点吗')`)
    await panel.locator('huashu-panel .news', { hasText: /./ }).waitFor()
    expect(await suggestions.first().textContent()).toBe(before)
    // as by Alt+Tab: the window loses the keyboard before the key comes up
    await page.evaluate(`document.body.appendChild(document.createElement('iframe')).focus()`)
    await eventually(() => suggestions.first().textContent()).not.toBe(before)
    await page.keyboard.up('Alt')
  })

  test('that is none of the panel, typed while the pointer lies over the list, lets the list go on', async () => {
    const opened = await open('typing')
    const { page, panel, suggestions } = opened
    const before = await suggestions.first().textContent()
    await suggestions.first().hover()
    await page.evaluate(`chat.say('theirs', '能便宜点吗')`)
    await panel.locator('huashu-panel .news', { hasText: /./ }).waitFor()
    await page.locator('textarea').press('a')
    await eventually(() => suggestions.first().textContent()).not.toBe(before)
  })
})
