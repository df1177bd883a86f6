import type { Language, Scene } from './scene.ts'

/** What shoppers write, and what the agent sees of them. */
const TALKS: Readonly<
  Record<
    Language,
    {
      readonly first: readonly string[]
      readonly others: readonly [name: string, text: string][]
      readonly name: string
    }
  >
> = {
  zh: {
    name: '小鱼',
    first: ['这款纯棉短袖还有吗', '165 110斤穿什么码'],
    others: [
      ['阿杰', '三天了还没发货'],
      ['Lily', '能便宜点吗'],
    ],
  },
  en: {
    name: 'Anna',
    first: ['do you still have this T-shirt?', "I'm 165 cm and 55 kg, which size?"],
    others: [
      ['Jay', 'still not sent after 3 days'],
      ['Lily', 'can you do it cheaper?'],
    ],
  },
  ko: {
    name: '수민',
    first: ['이 반팔티 아직 있나요?', '165에 55kg인데 사이즈 뭐 사야 해요?'],
    others: [
      ['지호', '3일 지났는데 아직 발송 안 됐어요'],
      ['유나', '좀 깎아 주세요'],
    ],
  },
}
const TEE: Readonly<Record<Language, RegExp>> = { zh: /纯棉短袖/, en: /cotton T-shirt/, ko: /순면 반팔티/ }
let count = 0

/** The panel in somebody's console: three shoppers, one of them asks for a size. */
export const panel: Scene = {
  name: 'panel',
  settings: [
    { name: 'light-wide', scheme: 'light', width: 1000, height: 700 },
    { name: 'dark-wide', scheme: 'dark', width: 1000, height: 700, languages: ['ko'] },
    { name: 'light-narrow', scheme: 'light', width: 320, height: 700, scale: 2 },
    { name: 'dark-narrow', scheme: 'dark', width: 320, height: 700, scale: 2, languages: ['zh'] },
  ],
  async draw({ page, gateway, origin, language }) {
    const { name, first, others } = TALKS[language]
    const prefix = `shot-${count++}`
    const titles = [name, ...others.map(([title]) => title)]
    const query = { gateway, lang: language === 'zh' ? 'zh-CN' : language, for: '#reply', limit: '4' }
    await page.goto(`${origin}/?${new URLSearchParams(query)}`)
    await page.evaluate(`(async () => {
      const panel = document.querySelector('huashu-panel')
      panel.conversations = ${JSON.stringify(titles)}.map((title, index) => ({ store: 'demo', channel: 'web', conversationId: '${prefix}-' + index, title }))
      panel.conversation = panel.conversations[0]
      const chat = document.createElement('div')
      chat.id = 'chat'
      for (const text of ${JSON.stringify(first)}) chat.append(Object.assign(document.createElement('p'), { textContent: text }))
      document.querySelector('main').prepend(chat)
      document.querySelector('#rich').remove()
    })()`)
    await page.addStyleTag({
      content: `:root { color-scheme: light dark } body { font: 14px/1.6 system-ui, "Noto Sans CJK SC", sans-serif; background: light-dark(#eceff0, #0f1313); color: light-dark(#1a2423, #dfe6e4) }
        @media (min-width: 700px) { main { display: flex; flex-direction: column; min-width: 0 } }
        #chat { flex: 1 } #chat p { width: fit-content; margin: 0 0 10px; padding: 8px 12px; border-radius: 4px 12px 12px; background: light-dark(#fff, #242b2b) }
        #reply { width: auto; border: 1px solid light-dark(#d5dcdb, #333d3c); border-radius: 8px; padding: 8px; font: inherit; color: inherit; background: light-dark(#fff, #1a2020); resize: none }`,
    })
    await page.locator('huashu-panel .dot.ready').waitFor()
    const say = async (index: number, messageId: string, text: string, facts?: object) => {
      const at = new Date(Date.now() - (index === 0 ? 12 : 45 * index) * 1_000).toISOString()
      const conversation = { store: 'demo', channel: 'web', conversationId: `${prefix}-${index}` }
      await fetch(`${gateway}/v1/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ...conversation, facts, message: { role: 'shopper', text, messageId, at } }),
      })
    }
    const product = { id: await productOf(gateway, TEE[language], language) }
    for (const [index, [, text]] of others.entries()) await say(index + 1, `${prefix}-o${index}`, text)
    for (const [index, text] of first.entries()) await say(0, `${prefix}-${index}`, text, { product })
    await page
      .locator('huashu-panel .row .text', { hasText: /(?<![A-Z])M(?![A-Z])/ })
      .first()
      .waitFor()
    await page.locator('huashu-panel .left.red, huashu-panel .left.amber, huashu-panel .left.calm').nth(2).waitFor()
    await page.locator('huashu-panel .scroll:not(.fresh)').waitFor()
    await page.locator('huashu-panel .row').first().hover()
  },
}

async function productOf(gateway: string, name: RegExp, language: Language): Promise<string> {
  const response = await fetch(`${gateway}/v1/products?limit=200&store=demo`)
  const { products } = (await response.json()) as {
    products: { id: string; shortName: string | Record<Language, string> }[]
  }
  const found = products.find(({ shortName }) =>
    name.test(typeof shortName === 'string' ? shortName : shortName[language]),
  )
  if (!found) throw new Error(`no product is called ${name} in the demo store`)
  return found.id
}
