import { type Browser, type BrowserContextOptions, type CDPSession, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { openaiRewriter } from '../../src/server/adapters/rewriter-openai.ts'
import { answers, endpointUnderTest } from '../server/endpoint-under-test.ts'
import { findChromium } from '../services/setup.ts'
import { trainedEngine } from '../trained-engine.ts'
import { startBarePage } from './bare-page.ts'
import { startRealApp } from './real-app.ts'

let app: Awaited<ReturnType<typeof startRealApp>>
let console_: Awaited<ReturnType<typeof startBarePage>>
let browser: Browser
let engine: Awaited<ReturnType<typeof trainedEngine>>
let count = 0

/** What comes true in a while, on a busy machine too. */
const soon = <T>(look: () => T | Promise<T>) => expect.poll(look, { timeout: 10_000 })

beforeAll(async () => {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('Chromium is missing: npm run setup:services')
  console_ = await startBarePage()
  engine = await trainedEngine()
  app = await startRealApp({ engine, allowedOrigins: [console_.origin] })
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
})

afterAll(async () => {
  await browser?.close()
  await app?.close()
  console_?.close()
})

async function open(attributes: Record<string, string> = {}, options: BrowserContextOptions = {}) {
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1100, height: 820 }, ...options })
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  const complaints: string[] = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  onTestFinished(async () => {
    await context.close()
    expect(complaints).toEqual([])
  })
  const conversation = `c${count++}`
  await page.addInitScript(`window.sockets = []
    window.WebSocket = class extends WebSocket { constructor(...all) { super(...all); window.sockets.push(this) } }`)
  const query = new URLSearchParams({ gateway: app.url, channel: 'web', conversation, for: '#reply', ...attributes })
  await page.goto(`${console_.origin}/?${query}`)
  await page.locator('huashu-panel .dot.ready').waitFor()
  return { page, conversation }
}

/** A shopper's line, as a platform's webhook brings it. */
async function says(conversationId: string, text: string, gateway = app.url): Promise<void> {
  const message = { role: 'shopper', text, messageId: `m${count++}`, at: new Date().toISOString() }
  const response = await fetch(`${gateway}/v1/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ store: 'demo', channel: 'web', conversationId, message }),
  })
  expect(response.status).toBe(202)
}

/** Waits for a list that keys mean already. */
async function settled(page: Page): Promise<string[]> {
  await page.locator('huashu-panel .row').first().waitFor()
  await page.locator('huashu-panel .scroll:not(.fresh)').waitFor()
  return page.locator('huashu-panel .row .text').allTextContents()
}

const reply = (page: Page) => page.locator('#reply').inputValue()
const isNow = (page: Page, text: string) => soon(() => reply(page)).toBe(text)
const foot = (page: Page) => page.locator('huashu-panel footer .says')

describe('inserting', () => {
  test('keeps what is typed, goes to the cursor, stacks, and undo takes it back', async () => {
    const { page, conversation } = await open()
    await says(conversation, '发什么快递')
    const [first, second] = await settled(page)
    await page.locator('#reply').fill('前后')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('Alt+1')
    await isNow(page, `前${first}后`)
    await page.keyboard.press('Alt+2')
    await isNow(page, `前${first}${second}后`)
    await page.locator('huashu-panel footer').getByText('撤销').click()
    await isNow(page, `前${first}后`)
    await page.keyboard.press('Control+z')
    await isNow(page, '前后')
    // a selection is not overwritten either
    await page.keyboard.press('Control+a')
    await page.locator('huashu-panel .text').first().click()
    await isNow(page, `前后${first}`)
  })

  test('into a contenteditable, at the cursor that it had, once', async () => {
    const { page, conversation } = await open({ for: '#rich' })
    await says(conversation, '发什么快递')
    const [first] = await settled(page)
    const rich = page.locator('#rich')
    await rich.click()
    await page.keyboard.type('你好呀')
    await page.keyboard.press('ArrowLeft')
    // the focus goes elsewhere and the cursor with it
    await page.locator('huashu-panel input[type=search]').click()
    await page.locator('huashu-panel button.num').first().click()
    await soon(() => rich.textContent()).toBe(`你好${first}呀`)
    await page.keyboard.press('Control+z')
    await soon(() => rich.textContent()).toBe('你好呀')
  })

  test('leaves it to a host that takes the text over', async () => {
    const { page, conversation } = await open()
    await page.evaluate(`addEventListener('huashu-insert', (event) => {
      event.preventDefault()
      window.taken = event.detail
    })`)
    await says(conversation, '发什么快递')
    const [first] = await settled(page)
    await page.keyboard.press('Alt+1')
    await soon(() => page.evaluate('window.taken')).toMatchObject({
      text: first,
      part: { kind: 'text', text: first },
      conversation: { channel: 'web', conversationId: conversation },
    })
    expect(await reply(page)).toBe('')
  })

  test('says what became of it once a host that takes its time has told', async () => {
    const { page, conversation } = await open()
    await page.evaluate(`addEventListener('huashu-insert', ({ detail }) => {
      detail.respondWith(new Promise((resolve) => { window.tell = resolve }))
    })`)
    await says(conversation, '发什么快递')
    await settled(page)
    await page.keyboard.press('Alt+1')
    await soon(() => page.evaluate('typeof window.tell')).toBe('function')
    expect(await foot(page).textContent()).not.toContain('插入')
    await page.evaluate("tell('failed')")
    await foot(page).getByText('没能插入').waitFor()
    expect(await reply(page)).toBe('')
  })

  test('never into another conversation than its own', async () => {
    const { page, conversation } = await open()
    await says(conversation, '发什么快递')
    await settled(page)
    await page.evaluate(
      `document.querySelector('huashu-panel').identify = () => ({ channel: 'web', conversationId: 'other' })`,
    )
    await page.keyboard.press('Alt+1')
    await foot(page).getByText('顾客已切换').waitFor()
    expect(await reply(page)).toBe('')
  })

  test('does nothing while an input method composes', async () => {
    const { page, conversation } = await open()
    await says(conversation, '发什么快递')
    const [first] = await settled(page)
    await page.locator('#reply').focus()
    const input: CDPSession = await page.context().newCDPSession(page)
    await input.send('Input.imeSetComposition', { text: 'nihao', selectionStart: 5, selectionEnd: 5 })
    await page.keyboard.press('Alt+1')
    expect(await reply(page)).toBe('nihao')
    await input.send('Input.insertText', { text: '你好' })
    await isNow(page, '你好')
    await page.keyboard.press('Alt+1')
    await isNow(page, `你好${first}`)
  })
})

describe('a suggestion', () => {
  test('can be changed, then inserted; put away, with its place kept; copied as to-do', async () => {
    const { page, conversation } = await open()
    await says(conversation, '有没有优惠券')
    await settled(page)
    const row = page.locator('huashu-panel .row').first()
    await row.getByLabel('改后插入').click()
    await row.locator('textarea').fill('亲，券已经给您准备好了')
    await page.keyboard.press('Enter')
    await isNow(page, '亲，券已经给您准备好了')
    await row.locator('.todo input').check()
    await foot(page).getByText('已完成').waitFor()

    const rows = await page.locator('huashu-panel .row').count()
    await row.getByLabel('不用').click()
    await row.getByRole('button', { name: '答非所问' }).click()
    await page.locator('huashu-panel .row.gone').waitFor()
    expect(await page.locator('huashu-panel .row').count()).toBe(rows)
    await page.keyboard.press('Alt+1')
    expect(await reply(page)).toBe('亲，券已经给您准备好了')
  })

  test('is offered for a fact that is filled in on the spot', async () => {
    const { page, conversation } = await open()
    await says(conversation, '165 110斤穿什么码')
    const before = await settled(page)
    const field = page.getByLabel('商品', { exact: true })
    await field.focus()
    await page.locator('huashu-panel datalist option').first().waitFor({ state: 'attached' })
    await field.fill('纯棉短袖')
    await page.keyboard.press('Enter')
    await page
      .locator('huashu-panel .row.answer', { hasText: /(?<![A-Z])M(?![A-Z])/ })
      .first()
      .waitFor()
    expect(await settled(page)).not.toEqual(before)
  })

  test('is underlined where the guard warns, and mended with one click', async () => {
    const { page, conversation } = await open()
    await says(conversation, '发什么快递')
    await settled(page)
    const row = page.locator('huashu-panel .row').first()
    await row.getByLabel('改后插入').click()
    await row.locator('textarea').fill('亲，因该能发中通')
    await row.locator('mark', { hasText: '因该' }).waitFor()
    const before = await row.locator('.text').textContent()
    await row.getByRole('button', { name: /^改为/ }).first().click()
    await soon(() => row.locator('.text').textContent()).not.toBe(before)
    await page.keyboard.press('Escape')
    await row.locator('button.num').click()
    await isNow(page, '亲，应该能发中通')
  })

  test('shows its rewording as it comes, and as a diff', async () => {
    const endpoint = await endpointUnderTest(answers(({ data }) => `${data.reply}哦`))
    const rewriter = await openaiRewriter({ model: 'm', baseUrl: endpoint.url, apiKey: undefined })
    const other = await startRealApp({ engine, allowedOrigins: [console_.origin], rewriter })
    onTestFinished(() => other.close())
    const { page, conversation } = await open({ gateway: other.url })
    await says(conversation, '发什么快递', other.url)
    await settled(page)
    const row = page.locator('huashu-panel .row').first()
    await row.getByLabel('改写').click()
    await row.getByRole('button', { name: '热情' }).click()
    await row.locator('.draft.done').waitFor()
    expect(await row.locator('.draft ins').allTextContents()).toEqual(['哦'])
    const reworded = await row.locator('.draft p').first().textContent()
    await row.getByRole('button', { name: '采用' }).click()
    await soon(() => row.locator('.text').textContent()).toBe(reworded)
  })
})

describe('the panel', () => {
  test('searches from an empty reply box, inserts a hit, and goes back', async () => {
    const { page, conversation } = await open()
    await says(conversation, '发什么快递')
    const suggested = await settled(page)
    await page.locator('#reply').focus()
    await page.keyboard.type('、')
    const box = page.locator('huashu-panel input[type=search]')
    await page.locator('huashu-panel input[type=search]:focus').waitFor()
    await page.keyboard.type('发票')
    await page.locator('huashu-panel .row .text', { hasText: '发票' }).first().waitFor()
    const [hit] = await settled(page)
    await page.keyboard.press('Enter')
    await isNow(page, hit!)
    await box.press('Escape')
    await soon(() => settled(page)).toEqual(suggested)
  })

  test("keeps the agent's own reply as a script, and passes a fact of the store on to the lead", async () => {
    const { page, conversation } = await open({ store: 'demo' })
    await says(conversation, '发什么快递')
    await settled(page)
    await page.locator('#reply').fill('亲，快递由仓库按地区安排，发出后给您单号')
    await page.locator('huashu-panel .save').click()
    await foot(page).getByText('已存为您的话术').waitFor()
    await page.evaluate(`document.querySelector('huashu-panel').desk.fill('shipping.holiday', '初八发货', 'store')`)
    await foot(page).getByText('提交主管确认').waitFor()
    const kept = (await (await fetch(`${app.url}/v1/learning/proposals?store=demo`)).json()) as {
      proposals: { text: string }[]
    }
    expect(kept.proposals.map(({ text }) => text)).toContain('亲，快递由仓库按地区安排，发出后给您单号')
    const facts = (await (await fetch(`${app.url}/v1/facts/proposals?store=demo`)).json()) as {
      proposals: { value: string }[]
    }
    expect(facts.proposals.map(({ value }) => value)).toEqual(['初八发货'])
  })

  test('says that the connection is lost, keeps the list, and goes on when it is back', async () => {
    const { page, conversation } = await open()
    await says(conversation, '发什么快递')
    const before = await settled(page)
    await page.evaluate(`window.sockets.at(-1).close()`)
    await page.locator('huashu-panel .dot.lost').waitFor()
    expect(await page.locator('huashu-panel .row .text').allTextContents()).toEqual(before)
    await page.locator('huashu-panel .dot.ready').waitFor()
    await says(conversation, '发票怎么开')
    await soon(() => settled(page)).not.toEqual(before)
  })

  test('is used from the keyboard alone: answer, fix, insert, dismiss', async () => {
    const { page, conversation } = await open()
    await says(conversation, '发什么快递')
    await settled(page)
    await page.locator('#reply').focus()
    await page.keyboard.press('Alt+ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('e')
    await page.keyboard.press('Control+a')
    await page.keyboard.type('亲，因该能发中通')
    const row = page.locator('huashu-panel .row').first()
    await row.locator('mark', { hasText: '因该' }).waitFor()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Alt+f')
    await soon(() => row.locator('.text').textContent()).not.toContain('因该')
    const mended = await row.locator('.text').textContent()
    await page.keyboard.press('Alt+ArrowDown')
    await page.keyboard.press('Enter')
    await isNow(page, mended!)
    await page.keyboard.press('Alt+ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('x')
    await page.keyboard.press('Enter')
    await page.locator('huashu-panel .row.gone').waitFor()
  })

  test('shows every open conversation, the most urgent first, and holds one of them', async () => {
    const { page, conversation } = await open()
    await page.evaluate(
      `(() => {
        const panel = document.querySelector('huashu-panel')
        panel.conversations = ['${conversation}', '${conversation}b', '${conversation}c'].map((conversationId) => ({ channel: 'web', conversationId, title: conversationId }))
        panel.addEventListener('huashu-select', (event) => { panel.conversation = event.detail.conversation })
      })()`,
    )
    await says(`${conversation}b`, '发什么快递')
    await says(conversation, '能便宜点吗')
    const names = page.locator('huashu-panel .queue b')
    await soon(() => names.allTextContents()).toEqual([`${conversation}b`, conversation, `${conversation}c`])
    await page.locator('huashu-panel .quick').first().click()
    await soon(() => reply(page)).toMatch(/稍等|问/)
    expect(await page.locator('huashu-panel [aria-current]').textContent()).toContain(`${conversation}b`)
  })

  test('writes hostile text as text', async () => {
    const { page, conversation } = await open()
    const hostile = `<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>`
    await page.evaluate(
      `document.querySelector('huashu-panel').conversations = [
        { channel: 'web', conversationId: '${conversation}', title: ${JSON.stringify(hostile)} },
        { channel: 'web', conversationId: '__proto__', title: 'b' },
      ]`,
    )
    await says(conversation, `${hostile} 身高165${hostile} 发什么快递`)
    await says('__proto__', hostile)
    await settled(page)
    expect(await page.locator('huashu-panel img, huashu-panel script').count()).toBe(0)
    expect(await page.locator('huashu-panel .queue b').allTextContents()).toContain(hostile)
    expect(await page.evaluate('window.hacked')).toBeUndefined()
  })
})
