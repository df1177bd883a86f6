import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { SITUATION } from './chat-pages.ts'
import { ORIGIN, panelOf, suggestionsIn } from './extension-browser.ts'
import { eventually, listenIn, startExtension, type Under } from './extension-under-test.ts'

let under: Under
let heard: Awaited<ReturnType<typeof listenIn>>
const TEXTAREA = { ...SITUATION, replyBox: '#editor textarea' }
const WITH_IDS = { ...TEXTAREA, messageId: { attribute: 'data-id' } }
/** Every answer to a shopper who haggles. */
const DISCOUNT = /价|优惠|便宜|满|折/
const HOSTS = [
  'again',
  'empty',
  'switching',
  'slow',
  'older',
  'edited',
  'virtual',
  'moved',
  'lost',
  'broken',
  'asleep',
] as const

beforeAll(async () => {
  under = await startExtension()
  await under.pair()
  heard = await listenIn(under.context)
  const picked = Object.fromEntries(HOSTS.map((host) => [host, host === 'virtual' ? WITH_IDS : TEXTAREA]))
  await under.enable(picked)
})
afterAll(() => under?.close())

/** Opens the page of a host; each test has one of its own, so that no two tell of the same talk. */
async function open(host: (typeof HOSTS)[number], query = '') {
  const page = await under.context.newPage()
  onTestFinished(() => page.close())
  const address = under.urlOf(host, `/?${query}`)
  await page.goto(address)
  const panel = await panelOf(page)
  return { page, panel, suggestions: await suggestionsIn(panel), texts: (name: string) => textsOf(host, name) }
}

const textsOf = (host: string, name: string) => heard.texts(`${new URL(under.urlOf(host)).host}/${name}`)
const written = (page: Page) => page.locator('textarea').inputValue()

describe('a chat page', () => {
  test('that draws its list anew all the time tells each message once', async () => {
    const { page, texts } = await open('again')
    await page.evaluate(`for (let i = 0; i < 20; i++) chat.draw()`)
    await page.evaluate(`chat.say('theirs', '能便宜点吗')`)
    await page.evaluate(`for (let i = 0; i < 20; i++) chat.draw()`)
    await page.evaluate(`chat.say('mine', '亲，已经是最低价了')`)
    await page.evaluate(`chat.say('theirs', '在吗')`)
    await eventually(() => texts('小红')).toEqual([
      'history shopper: 在吗',
      'shopper: 能便宜点吗',
      'agent: 亲，已经是最低价了',
      'shopper: 在吗',
    ])
  })

  test('that switches to another talk shows the suggestions for that one', async () => {
    const { page, panel, suggestions, texts } = await open('switching')
    await page.evaluate(`chat.say('theirs', '能便宜点吗')`)
    await eventually(() => suggestions.first().textContent()).toMatch(DISCOUNT)
    await page.evaluate(`chat.switchTo('小明')`)
    await eventually(() => texts('小明')).toEqual(['history shopper: 你好'])
    await eventually(() => suggestions.first().textContent()).toMatch(/您好|在的|欢迎/)
    await suggestionsIn(panel)
    await page.evaluate(`chat.switchTo('小红')`)
    await eventually(() => suggestions.first().textContent()).toMatch(DISCOUNT)
    expect((await texts('小红')).filter((text) => text === 'shopper: 能便宜点吗')).toHaveLength(1)
  })

  test('that shows a talk in which nothing was said yet: its first words are answered', async () => {
    const { page, panel, suggestions, texts } = await open('empty')
    await page.evaluate(`chat.switchTo('小刚')`)
    const isOpen = `document.querySelector('huashu-panel').conversations.some((one) => one.conversationId.endsWith('/小刚'))`
    await eventually(() => panel.evaluate(isOpen)).toBe(true)
    await page.evaluate(`chat.say('theirs', '能便宜点吗')`)
    await eventually(() => suggestions.first().textContent()).toMatch(DISCOUNT)
    await page.evaluate(`chat.say('theirs', '在吗')`)
    await eventually(() => texts('小刚')).toEqual(['history shopper: 能便宜点吗', 'shopper: 在吗'])
  })

  test('whose list comes later than the name: nothing is told of the wrong shopper', async () => {
    const { page, texts } = await open('slow')
    await page.evaluate(`chat.say('theirs', '能便宜点吗')`)
    await eventually(() => texts('小红')).toContain('shopper: 能便宜点吗')
    await page.evaluate(`chat.switchTo('小明', 600)`)
    await eventually(() => texts('小明')).toEqual(['history shopper: 你好'])
  })

  test('that loads older messages above tells none of them as new', async () => {
    const { page, texts } = await open('older')
    await page.evaluate(`chat.older('上次买的很好', '想再买一件')`)
    await page.evaluate(`chat.say('theirs', '有货吗')`)
    await eventually(() => texts('小红')).toEqual(['history shopper: 在吗', 'shopper: 有货吗'])
  })

  test('in which a shopper rewords a message gets an answer to the new words', async () => {
    const { page, suggestions, texts } = await open('edited')
    await page.evaluate(`chat.say('theirs', '包邮吗')`)
    await eventually(() => texts('小红')).toContain('shopper: 包邮吗')
    await page.evaluate(`chat.edit('能便宜点吗')`)
    await eventually(() => texts('小红')).toEqual(['history shopper: 在吗', 'shopper: 包邮吗', 'shopper: 能便宜点吗'])
    await eventually(() => suggestions.first().textContent()).toMatch(DISCOUNT)
  })

  test('that holds only the end of its list is followed over its edge', async () => {
    const { page, texts } = await open('virtual', 'virtual&ids')
    const all = ['history shopper: 在吗']
    for (const text of ['一', '二', '三', '四', '五', '六', '七']) {
      await page.evaluate(`chat.say('theirs', ${JSON.stringify(text)})`)
      all.push(`shopper: ${text}`)
      await eventually(() => texts('小红')).toEqual(all)
    }
  })

  test('a draft for a shopper is put into no other talk, were the page quicker than everybody', async () => {
    const { page, suggestions } = await open('moved')
    const text = await suggestions.first().textContent()
    // the page turns to another shopper at the moment in which the reply box gets the keyboard
    await page.evaluate(`document.querySelector('textarea').addEventListener('focus', () => {
      document.querySelector('#name').textContent = '小明'
    }, { once: true })`)
    await suggestions.first().click()
    await eventually(async () => (await panelOf(page)).locator('#note').textContent()).toContain('别的会话')
    expect(await written(page)).toBe('')
    await page.evaluate(`document.querySelector('#name').textContent = '小红'`)
    await eventually(() => suggestions.first().textContent()).toBe(text)
  })

  test('goes on when the line to the service is cut: what was said meanwhile is told once', async () => {
    const { page, panel, suggestions, texts } = await open('lost')
    under.line.cut()
    await panel.locator('huashu-panel .dot.lost').waitFor()
    await page.evaluate(`chat.say('theirs', '能便宜点吗')`)
    under.line.mend()
    await panel.locator('huashu-panel .dot.ready').waitFor()
    await eventually(() => suggestions.first().textContent()).toMatch(DISCOUNT)
    expect((await texts('小红')).filter((text) => text === 'shopper: 能便宜点吗')).toHaveLength(1)
  })

  test('that changed beyond recognition says so, and can be pointed out', async () => {
    const { page, panel } = await open('broken')
    await page.evaluate(`document.querySelector('#list').id = 'renamed'`)
    await panel.locator('#note', { hasText: '没能读懂' }).waitFor()
    await panel.locator('#pick').click()
    await page.mouse.move(300, 100)
    await page.keyboard.press('Escape')
    await page.evaluate(`document.querySelector('#renamed').id = 'list'`)
    await suggestionsIn(panel)
  })

  // from here on nobody listens in on the worker any more
  test('goes on in another language, and when Chrome has ended the worker: what was said meanwhile is answered', async () => {
    const { page, panel, suggestions } = await open('asleep')
    await under.own.locator('#language').selectOption('en')
    await panel.locator('huashu-panel footer', { hasText: 'Save' }).waitFor()
    await suggestionsIn(panel)
    const worker = under.context.serviceWorkers()[0]!
    const session = await under.context.newCDPSession(under.own)
    const { targetInfos } = await session.send('Target.getTargets')
    const target = targetInfos.find(({ type, url }) => type === 'service_worker' && url.startsWith(ORIGIN))!
    await session.send('Target.closeTarget', { targetId: target.targetId })
    await page.evaluate(`chat.say('theirs', '能便宜点吗')`)
    await eventually(() => worker.evaluate('typeof sent').catch(() => 'undefined')).toBe('undefined')
    await eventually(() => suggestions.first().textContent()).toMatch(DISCOUNT)
    const text = (await suggestions.first().textContent())!
    await suggestionsIn(panel)
    await suggestions.first().click()
    await eventually(() => written(page)).toBe(text)
  })
})
