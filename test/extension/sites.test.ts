import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'esbuild'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { styleText } from '../../build/panel.ts'
import type { SiteDescription } from '../../src/protocol/index.ts'
import { readSites } from '../../src/server/load/sites.ts'
import { findChromium } from '../services/setup.ts'

const PAGES = join(import.meta.dirname, 'pages')
const SITES = await readSites(join(import.meta.dirname, '../../data/sites'))
let browser: Browser
let script: string

/** What each imitated page says, and the address under which it says it. */
const EXPECTED = {
  chatwoot: {
    address: 'https://app.chatwoot.com/app/accounts/1/conversations/77',
    conversation: 'app.chatwoot.com/77',
    says: [
      '4101 shopper: Hi, do you ship to Korea?',
      '4102 system: Conversation was assigned to Lin',
      '4103 agent: Yes, we do.',
      '4104 system: check the customs rule',
      '4105 shopper: How long does it take?\nI need it by Friday 🙏',
    ],
    facts: { shopper: { name: 'Mia Chen' } },
  },
  zendesk: {
    address: 'https://shop.zendesk.com/agent/tickets/5',
    conversation: 'shop.zendesk.com/5',
    says: [
      'zd-1 shopper: My parcel is late',
      'zd-2 bot: An agent will be with you',
      'zd-3 agent: Let me look',
      'zd-4 system: carrier strike',
    ],
    facts: { shopper: { name: 'Mia Chen' } },
  },
  'shopify-inbox': {
    address: 'https://inbox.shopify.com/store/shop/conversations/ab-1',
    conversation: 'inbox.shopify.com/ab-1',
    says: [
      's1 shopper: Is this in stock?',
      's2 shopper: [product 8841 /products/cotton-tee] Cotton tee',
      's3 bot: Thanks for your message!',
      's4 agent: It is, in all sizes.',
    ],
    facts: { shopper: { name: 'Mia Chen' }, order: { id: '1001', status: 'dispatched' } },
  },
  intercom: {
    address: 'https://app.intercom.com/a/inbox/x/inbox/conversation/9',
    conversation: 'app.intercom.com/9',
    says: [
      'p1 shopper: Can I change the address?',
      'p2 bot: We reply in minutes',
      'p3 agent: Sure, to which one?',
      'p4 system: Lin assigned this to Lin',
    ],
    facts: { shopper: { name: 'Mia Chen' } },
  },
  'qianniu-web': {
    address: 'https://qn.taobao.com/im',
    conversation: 'qn.taobao.com/buyer-8',
    says: [
      'q0 system: 以下为今天的消息',
      'q1 shopper: 在吗\n这款有货吗',
      'q2 shopper: [product 6100123 https://item.taobao.com/item.htm?id=6100123] 纯棉短袖',
      'q3 bot: 亲，客服马上就来',
      'q4 agent: 亲，有货的',
      'q5 shopper: [image  https://img.example/1.jpg] ',
    ],
    facts: { shopper: { name: 'tb小雨' }, order: { id: '4411002233', status: 'paid' } },
  },
  'jd-dongdong': {
    address: 'https://dongdong.jd.com/',
    conversation: 'dongdong.jd.com/jd_u_55',
    says: [
      'j0 system: 顾客进入会话',
      'j1 shopper: 什么时候发货',
      'j2 shopper: [order 288800112233 ] 订单 288800112233',
      'j3 agent: 亲，今天发',
    ],
    facts: {
      shopper: { name: 'jd_小雨' },
      product: { id: '100012043978' },
      order: { id: '288800112233', status: 'paid' },
    },
  },
  pinduoduo: {
    address: 'https://mms.pinduoduo.com/chat-merchant/index.html',
    conversation: 'mms.pinduoduo.com/pdd-9',
    says: [
      'm0 system: 今天',
      'm1 shopper: 能便宜点吗',
      'm2 shopper: [product 7788 https://mobile.yangkeduo.com/goods.html?goods_id=7788] 短袖',
      'm3 bot: 亲亲在的',
      'm4 agent: 亲，已经是活动价了',
    ],
    facts: { shopper: { name: '小雨' }, order: { id: '261122-0123456789', status: 'dispatched' } },
  },
  feige: {
    address: 'https://im.jinritemai.com/pc_seller_v2/main/workspace',
    conversation: 'im.jinritemai.com/fg-3',
    says: ['f1 shopper: 退货怎么弄', 'f2 bot: 请稍等', 'f3 agent: 亲，我来帮您', 'f4 shopper: [order 69001122 ] 订单'],
    facts: { shopper: { name: '小雨' }, order: { id: '69001122', status: 'delivered' } },
  },
} as const

beforeAll(async () => {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('Chromium is missing: npm run setup:services')
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  const built = await build({
    entryPoints: [join(PAGES, 'read-with.js')],
    bundle: true,
    format: 'iife',
    globalName: 'reader',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    plugins: [styleText],
    write: false,
    logLevel: 'error',
  })
  script = built.outputFiles[0]!.text
})
afterAll(() => browser?.close())

/** The page as it stands at its address, with the reader in it. */
async function open(html: string, address = 'https://chat.example/'): Promise<Page> {
  const page = await browser.newPage()
  onTestFinished(() => page.close())
  await page.route('**/*', (route) =>
    route.fulfill({ body: route.request().url() === address ? html : '', contentType: 'text/html; charset=utf-8' }),
  )
  await page.goto(address)
  await page.evaluate(script.replace('var reader =', 'globalThis.reader ='))
  return page
}

interface Read {
  conversationId: string
  facts: unknown
  bubbles: { platformId?: string; role: string; kind: string; text: string; ref?: { id?: string; url?: string } }[]
}
const call = <T>(page: Page, name: string, site: SiteDescription) =>
  page.evaluate<T>(`reader.${name}(${JSON.stringify(site)}, document)`)

const lineOf = ({ platformId, role, kind, text, ref }: Read['bubbles'][number]) =>
  `${platformId} ${role}: ${kind === 'text' ? '' : `[${kind} ${ref?.id ?? ''} ${ref?.url ?? ''}] `}${text}`

describe('the descriptions that ship', () => {
  test('are each tried on a page of our own making', () => {
    expect(SITES.map(({ id }) => id).sort()).toEqual(Object.keys(EXPECTED).sort())
    expect(new Set(SITES.map(({ tested }) => tested))).toEqual(new Set(['fixtures']))
  })

  test.each(SITES.map((site) => [site.id, site] as const))('%s reads its page', async (id, site) => {
    const { address, conversation, says, facts } = EXPECTED[id as keyof typeof EXPECTED]
    const page = await open(await readFile(join(PAGES, `${id}.html`), 'utf8'), address)
    expect(await call(page, 'selfTest', site)).toBe('fits')
    const read = await call<Read>(page, 'readPage', site)
    expect(read.conversationId).toBe(conversation)
    expect(read.bubbles.map(lineOf)).toEqual(says)
    expect(read.facts).toEqual(facts)
    await page.evaluate(`reader.replyBoxOf(${JSON.stringify(site)}, document).focus()`)
    expect(await page.evaluate(`document.activeElement.matches('textarea, [contenteditable]')`)).toBe(true)
    // a page that has changed is told from one that shows no talk
    await page.evaluate(`reader.replyBoxOf(${JSON.stringify(site)}, document).remove()`)
    expect(await call(page, 'selfTest', site)).toEqual(['replyBox'])
  })
})

describe('a description made by pointing', () => {
  const row = (side: string, text: string) =>
    `<div class="css-1x9f2k row"><div class="${side}"><span class="sc-a8d9f said">${text}</span></div></div>`
  const chat = (one: string, two: string) => `<!doctype html><body><h1 class="who">小红</h1>
    <div id="r-8f3a91"><section class="messages">${row(one, '在吗')}${row(two, '在的')}${row(one, '包邮吗')}</section></div>
    <div class="composer"><div><textarea></textarea></div></div>
    <style>section{width:400px}.css-9a2f{text-align:right}.css-9a2f span,.css-7b1e span{display:inline-block}</style>`

  test.each([
    ['by the names of the sides', 'theirs', 'mine'],
    // names that a build step made are no ground to stand on: where it lies tells who wrote it
    ['by where the bubbles lie', 'css-7b1e', 'css-9a2f'],
  ])('tells shopper and agent apart %s', async (_how, shopper, agent) => {
    const page = await open(chat(shopper, agent))
    const site = await page.evaluate<SiteDescription>(`(() => {
      const [one, two] = document.querySelectorAll('.said')
      const $ = (selector) => document.querySelector(selector)
      return reader.deriveSite({ list: $('section'), shopper: one, agent: two, box: $('.composer'), name: $('h1') }, document)
    })()`)
    expect(JSON.stringify(site)).not.toMatch(/css-|sc-|8f3a91/)
    const read = await call<Read>(page, 'readPage', site)
    expect(read.bubbles.map(({ role, text }) => `${role}: ${text}`)).toEqual([
      'shopper: 在吗',
      'agent: 在的',
      'shopper: 包邮吗',
    ])
    expect(read.conversationId).toBe('chat.example/小红')
    expect(await call(page, 'selfTest', site)).toBe('fits')
  })
})
