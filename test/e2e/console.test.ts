import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchChromium, openDesk as openDeskAt, openPage, type PageOptions, type } from './console-under-test.ts'
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

const logOf = (page: Page, talk = 0) =>
  page
    .locator('.talk')
    .nth(talk)
    .locator('.log p')
    .evaluateAll((items) => items.map((item) => `${item.className}: ${item.textContent}`))

describe('the live desk', () => {
  test('suggests while the shopper types; a click sends, and other replies follow', async () => {
    const page = await openDesk()
    const suggested = await type(page, '能便宜点吗')
    expect(suggested).toHaveLength(3)
    expect(await logOf(page)).toEqual([])

    await page.locator('.say').first().click()
    await expect.poll(() => logOf(page)).toEqual(['shopper: 能便宜点吗', `agent: ${suggested[0]}`])
    expect(await page.locator('.text').inputValue()).toBe('')

    const later = await type(page, '再便宜点吧')
    expect(later.length).toBeGreaterThan(0)
    expect(later[0]).not.toBe(suggested[0])
    await page.locator('.text').press('Enter')
    await expect.poll(async () => (await logOf(page)).length).toBe(3)
    await page.locator('.reset').click()
    await expect.poll(() => logOf(page)).toEqual([])
  })

  test('gives up what it asked before when there is more to ask', async () => {
    const page = await openDesk()
    const isOlder = (data: string | null) => data?.includes('"在吗"') ?? false
    // the older question is never answered
    await page.route('**/v1/suggestions', (route) =>
      isOlder(route.request().postData()) ? undefined : route.continue(),
    )
    const givenUp = page.waitForEvent('requestfailed', (request) => isOlder(request.postData()))
    await page.locator('.text').fill('在吗')
    await page.locator('.text').fill('能便宜点吗')
    await page.locator('.intents', { hasText: '讲价' }).waitFor()
    await givenUp
  })

  test('answers a size question by the chart of the chosen product', async () => {
    const page = await openDesk()
    await page.locator('[name=product]').selectOption({ label: '纯棉短袖' })
    const [first] = await type(page, '165 110斤穿什么码')
    expect(first).toMatch(/(?<![A-Z])M(?![A-Z])/)
    expect(await page.locator('.suggestion').first().getAttribute('class')).toContain('answer')
    expect(await page.locator('.intents li').first().textContent()).toMatch(/尺码合身.*recommend/)
    expect(await page.locator('.slots li').allTextContents()).toEqual(['身高 165', '体重 110斤 → 55 kg'])
  })

  test('several conversations stand side by side, each with its own words', async () => {
    const page = await openDesk()
    await page.locator('.bar button', { hasText: '再开一个会话' }).click()
    const [first, second] = [page.locator('.talk').nth(0), page.locator('.talk').nth(1)]
    const haggling = await type(page, '能便宜点吗', first)
    const late = await type(page, '三天了还没发货', second)
    expect(late[0]).not.toBe(haggling[0])
    await second.locator('.say').first().click()
    await expect.poll(async () => (await logOf(page, 1)).length).toBe(2)
    expect(await logOf(page, 0)).toEqual([])
    await second.locator('.close').click()
    expect(await page.locator('.talk').count()).toBe(1)
    expect(await first.locator('.text').inputValue()).toBe('能便宜点吗')
  })

  test('what a shopper writes is text and nothing else', async () => {
    const page = await openDesk()
    const hostile = `<img src=x onerror="document.title='run'"><script>document.title='run'</script> 能便宜点吗`
    await page.locator('.text').fill(hostile)
    await page.locator('.text').press('Enter')
    await expect.poll(() => logOf(page)).toEqual([`shopper: ${hostile}`])
    await page.locator('.intents', { hasText: '讲价' }).waitFor()
    expect(await page.locator('.log img, .log script').count()).toBe(0)
    expect(await page.title()).not.toBe('run')
  })

  test('a first visit is shown round once: size, haggling, an angry shopper', async () => {
    const page = await openDesk({ isFirstVisit: true, reducedMotion: 'reduce' })
    const said: string[] = []
    for (let step = 0; step < 5; step += 1) {
      const guide = page.locator('.guide-says')
      said.push((await guide.textContent())!)
      await page.locator('.say').first().waitFor()
      await page.locator('.guide .main[aria-disabled=false]').click()
      await expect.poll(() => guide.textContent()).not.toBe(said.at(-1))
    }
    expect(new Set(said).size).toBe(5)
    await page.locator('.state', { hasText: '生气' }).waitFor()
    await page.locator('.guide .main').click()
    await page.locator('.guide').waitFor({ state: 'detached' })
    await page.reload()
    await page.locator('.talk').waitFor()
    expect(await page.locator('.guide').count()).toBe(0)
  })

  test('watches a real conversation without becoming the one it is answered for', async () => {
    const post = (message: object) =>
      fetch(`${app.url}/v1/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          store: 'demo',
          channel: 'jd',
          conversationId: 'watched',
          agent: { id: 'amy', name: '小满' },
          message,
        }),
      })
    await post({ role: 'shopper', text: '能便宜点吗 我电话13812345678', messageId: 'm1' })
    const page = await openPage(browser, `${app.url}/#/desk/watch`)
    const row = page.locator('.queue button', { hasText: 'watched' })
    await row.waitFor()
    expect(await row.textContent()).toContain('[phone]')
    expect(await row.textContent()).not.toContain('13812345678')
    await row.click()
    await page.locator('.watched .row .text').first().waitFor()
    await post({ role: 'shopper', text: '发什么快递', messageId: 'm2' })
    await page.locator('.watched .intent', { hasText: '快递' }).waitFor()
    const { conversations } = (await (await fetch(`${app.url}/v1/conversations`)).json()) as {
      conversations: { conversationId: string; agent?: { id: string } }[]
    }
    const { reads } = (await (
      await fetch(`${app.url}/v1/audit?store=demo&channel=jd&conversationId=watched`)
    ).json()) as {
      reads: object[]
    }
    expect(reads).toMatchObject([{ agent: 'console', how: 'opened' }])
    expect(conversations.find(({ conversationId }) => conversationId === 'watched')?.agent?.id).toBe('amy')
  })
})
