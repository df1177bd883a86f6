import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import type { Language, Scene, Setting } from './scene.ts'

/** A page in one of its looks; each language has some of each. */
const look = (scheme: Setting['scheme'], width: 'wide' | 'narrow', ...languages: readonly Language[]): Setting => ({
  name: `${scheme}-${width}`,
  scheme,
  languages,
  ...(width === 'wide' ? { width: 1280, height: 800 } : { width: 360, height: 740 }),
})

const SIZE: Readonly<Record<Language, string>> = {
  zh: '165 110斤穿什么码',
  en: "I'm 165 cm and 55 kg, which size?",
  ko: '165에 55kg인데 사이즈 뭐 사야 해요?',
}
const TEE: Readonly<Record<Language, RegExp>> = { zh: /纯棉短袖/, en: /cotton T-shirt/, ko: /순면 반팔티/ }
const LATE: Readonly<Record<Language, string>> = {
  zh: '三天了还没发货',
  en: 'still not sent after 3 days',
  ko: '3일 지났는데 아직 발송 안 됐어요',
}
const MANY: Readonly<Record<Language, string>> = {
  zh: '能便宜点吗\n165 110斤穿什么码\n三天了还没发货\n发什么快递 几天到\n收到少了一包',
  en: 'can you do it cheaper?\nstill not sent after 3 days\nwhich courier do you use\none pack is missing',
  ko: '좀 깎아 주세요\n아직 발송 안 됐어요\n어느 택배로 와요?\n하나가 빠졌어요',
}

/** The page at a place, as somebody sees it who has been here before. */
async function goTo(page: Page, gateway: string, place: string): Promise<void> {
  await page.addInitScript("localStorage.setItem('huashu-tour', 'seen')")
  await page.goto(`${gateway}/#/${place}`)
  await page.locator('main h1').waitFor()
}

async function type(page: Page, text: string, at = 0): Promise<void> {
  const talk = page.locator('.talk').nth(at)
  await talk.locator('.text').fill(text)
  await talk.locator('.suggestion').first().waitFor()
}

async function runWith(page: Page, text: string, done: string): Promise<void> {
  await page.locator('textarea').fill(text)
  await page.locator('.run-bar .main').click()
  await page.locator('.run-bar output', { hasText: done }).waitFor()
}

/** A week of talks, so that there is something to count and to watch. */
async function haveTalks(gateway: string): Promise<void> {
  const say = (channel: string, conversationId: string, role: string, text: string, at: number, agent: string) =>
    fetch(`${gateway}/v1/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        store: 'demo',
        channel,
        conversationId,
        agent: { id: agent },
        message: { messageId: `${conversationId}.${role}`, role, text, at: new Date(at).toISOString() },
      }),
    })
  const asked = Object.values(MANY).join('\n').split('\n')
  for (let day = 6; day >= 0; day -= 1)
    for (let i = 0; i < 4 + (day % 3); i += 1) {
      const at = Date.now() - day * 86_400_000 - (i + 1) * 240_000
      const channel = i % 2 ? 'jd' : 'taobao'
      const id = `${day}-${i}`
      await say(channel, id, 'shopper', asked[(day * 5 + i) % asked.length]!, at, 'amy')
      if (day > 0 || i > 2)
        await say(
          channel,
          id,
          'agent',
          '在的亲，马上帮您看',
          at + (6 + i * 14 + day * 4) * 1_000,
          i % 3 ? 'amy' : 'bob',
        )
    }
}

/** The console, screen by screen. */
export const CONSOLE_SCENES: readonly Scene[] = [
  {
    name: 'console-desk',
    settings: [
      look('light', 'wide', 'zh', 'en'),
      look('dark', 'wide', 'ko'),
      look('dark', 'narrow', 'zh'),
      look('light', 'narrow', 'ko'),
    ],
    async draw({ page, gateway, language }) {
      await goTo(page, gateway, 'desk')
      await page.locator('[name=product] option', { hasText: TEE[language] }).first().waitFor({ state: 'attached' })
      const option = page.locator('[name=product] option', { hasText: TEE[language] }).first()
      await page.locator('[name=product]').selectOption((await option.getAttribute('value'))!)
      // the first answer of a service just started is slower than any other
      await type(page, LATE[language])
      await page.locator('.talk .text').fill(SIZE[language])
      await page
        .locator('.say', { hasText: /(?<![A-Z])M(?![A-Z])/ })
        .first()
        .waitFor()
    },
  },
  {
    name: 'console-several',
    settings: [look('light', 'wide', 'ko')],
    async draw({ page, gateway, language }) {
      await goTo(page, gateway, 'desk')
      await page.locator('.bar .row button').last().click()
      await type(page, SIZE[language], 0)
      await type(page, LATE[language], 1)
    },
  },
  {
    name: 'console-tour',
    settings: [look('light', 'narrow', 'en')],
    async draw({ page, gateway }) {
      await page.goto(gateway)
      await page.locator('.guide .main[aria-disabled=false]').waitFor()
      await page.locator('.suggestion').first().waitFor()
    },
  },
  {
    name: 'console-watch',
    settings: [look('light', 'wide', 'zh', 'ko'), look('dark', 'wide', 'en')],
    async draw({ page, gateway }) {
      await haveTalks(gateway)
      await goTo(page, gateway, 'desk/watch')
      for (const at of [0, 1]) await page.locator('.queue button').nth(at).click()
      await page.locator('.watched > section').nth(1).locator('.row .text').first().waitFor()
    },
  },
  {
    name: 'console-library',
    settings: [look('light', 'wide', 'en'), look('dark', 'wide', 'zh'), look('light', 'narrow', 'ko')],
    async draw({ page, gateway, language }) {
      await goTo(page, gateway, `library/${language}.C01.welcome`)
      await page.locator('.wording-check small').nth(3).waitFor()
    },
  },
  {
    name: 'console-goods',
    settings: [look('light', 'wide', 'zh'), look('dark', 'narrow', 'en')],
    async draw({ page, gateway }) {
      await goTo(page, gateway, 'library/+goods:hoodie-fleece')
      await page.locator('table').first().waitFor()
    },
  },
  {
    name: 'console-policy',
    settings: [look('light', 'wide', 'ko')],
    async draw({ page, gateway }) {
      await goTo(page, gateway, 'policy')
      await page.locator('.sections button').nth(2).click()
      await page.locator('.policy-field').first().waitFor()
      await page.locator('.sections button', { hasText: /^(?:活动|Promotions|행사)$/ }).click()
      await page.locator('.policy-row .title').first().click()
    },
  },
  {
    name: 'console-figures',
    settings: [look('light', 'wide', 'zh', 'en'), look('dark', 'wide', 'ko'), look('dark', 'narrow', 'en')],
    async draw({ page, gateway }) {
      await haveTalks(gateway)
      await goTo(page, gateway, 'figures')
      await page.locator('.plot canvas').waitFor()
    },
  },
  {
    name: 'console-evaluation',
    settings: [look('light', 'wide', 'en')],
    async draw({ page, gateway, language }) {
      const gold = readFileSync(join(import.meta.dirname, `../../data/eval/${language}-gold.jsonl`), 'utf8')
      const rows = gold.trimEnd().split('\n')
      await goTo(page, gateway, 'evaluation')
      await runWith(page, gold, String(rows.length))
      await page.locator('.plot canvas').waitFor()
    },
  },
  {
    name: 'console-batch',
    settings: [look('light', 'wide', 'zh')],
    async draw({ page, gateway, language }) {
      await goTo(page, gateway, 'batch')
      await runWith(page, MANY[language], String(MANY[language].split('\n').length))
    },
  },
  {
    name: 'console-settings',
    settings: [look('dark', 'wide', 'en')],
    async draw({ page, gateway }) {
      await goTo(page, gateway, 'settings')
      await page.locator('.settings input[type=checkbox]').first().waitFor()
    },
  },
]
