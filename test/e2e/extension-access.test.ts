import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { SITUATION } from './chat-pages.ts'
import { ORIGIN, panelOf, suggestionsIn } from './extension-browser.ts'
import { eventually, listenIn, startExtension, type Under } from './extension-under-test.ts'

let under: Under
const TEXTAREA = { ...SITUATION, replyBox: '#editor textarea' }

beforeAll(async () => {
  under = await startExtension()
})
afterAll(() => under?.close())

async function open(host: string): Promise<Page> {
  const page = await under.context.newPage()
  onTestFinished(() => page.close())
  await page.goto(under.urlOf(host))
  return page
}
const kept = (name: string) =>
  under.own.evaluate<unknown>(`chrome.storage.local.get('${name}').then((all) => all['${name}'])`)

describe('the extension', () => {
  test('is paired by a code from the console; a wrong one is refused in plain words', async () => {
    const { own, line } = under
    await own.locator('[name=server]').fill(line.url)
    await own.locator('[name=code]').fill('000000')
    await own.locator('[name=agent]').fill('小林')
    await own.locator('#pair button').click()
    await own.locator('#fault', { hasText: '配对码' }).waitFor()
    await under.pair()
    expect(await own.locator('#paired').textContent()).toContain('小林')
    expect(await kept('pairing')).toMatchObject({ server: line.url, token: expect.any(String) })
    expect(await own.content()).not.toContain(((await kept('pairing')) as { token: string }).token)
  })

  test('takes descriptions that its gateway signed, and keeps the old ones when the signature does not hold', async () => {
    const { own, context } = under
    const served = (await kept('served')) as { text: string; etag: string }
    expect(served.text).toContain('"chatwoot"')
    // somebody between changes a selector, or answers in the gateway's place
    await own.evaluate(`chrome.storage.local.set({ served: { ...${JSON.stringify(served)}, etag: '"old"' } })`)
    const worker = context.serviceWorkers()[0]!
    await worker.evaluate(`{
      const { fetch } = globalThis
      globalThis.fetch = async (url, init) => {
        const response = await fetch(url, init)
        if (!String(url).endsWith('/v1/sites')) return response
        const text = (await response.text()).replace('.reply-box', '.evil-box')
        return new Response(text, { headers: response.headers })
      }
      globalThis.honest = fetch
    }`)
    await own.locator('#refresh').click()
    await own.locator('#refreshed', { hasText: '签名不对' }).waitFor()
    expect(((await kept('served')) as { text: string }).text).toBe(served.text)
    await worker.evaluate('{ globalThis.fetch = honest }')
    await own.locator('#refresh').click()
    await own.locator('#refreshed', { hasText: '已更新' }).waitFor()
    await own.locator('#refresh').click()
    await own.locator('#refreshed', { hasText: '已是最新' }).waitFor()
  })

  test('learns a page that nobody described by being shown what is what', async () => {
    const page = await open('unheard')
    await page.evaluate(`chat.say('mine', '在的'); chat.say('theirs', '包邮吗')`)
    const popup = await under.context.newPage()
    const tab = await under.own.evaluate(`chrome.tabs.query({ url: 'http://unheard.test/*' }).then(([tab]) => tab.id)`)
    await popup.goto(`${ORIGIN}/popup.html?tab=${tab}`)
    await popup.locator('#toggle').click()
    await popup.locator('#pick').click()
    await page.locator('html > div').waitFor({ state: 'attached' })
    await page.bringToFront()
    const middle = async (selector: string) => {
      const box = (await page.locator(selector).first().boundingBox())!
      await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
    }
    // the page gets none of these clicks
    await page.evaluate(`window.clicks = 0; document.addEventListener('click', () => window.clicks++)`)
    await page.mouse.click(400, 200)
    await middle('.theirs .bubble')
    await middle('.mine .bubble')
    await middle('textarea')
    await middle('#name')
    expect(await page.evaluate('window.clicks')).toBe(0)
    // the bar of the picker stands in a closed root: its button waits for the keyboard
    await page.keyboard.press('Enter')
    const suggestions = await suggestionsIn(await panelOf(page))
    const [text = ''] = await suggestions.allTextContents()
    await suggestions.first().click()
    await eventually(() => page.locator('textarea').inputValue()).toBe(text)
    await popup.close()
  })
})

describe('a page that means no good', () => {
  const HTML = '<img src=x onerror="window.pwned=1"><script>window.pwned=1</script>'

  async function openHostile() {
    await under.enable({ hostile: TEXTAREA })
    const page = await open('hostile')
    const panel = await panelOf(page)
    return { page, panel, suggestions: await suggestionsIn(panel) }
  }

  test('gets nothing executed by what is written in a message', async () => {
    const { page, panel, suggestions } = await openHostile()
    const sent = await listenIn(under.context)
    const before = await suggestions.first().textContent()
    await page.evaluate(`chat.say('theirs', ${JSON.stringify(`${HTML} 能便宜点吗`)})`)
    const { port } = new URL(under.urlOf('x'))
    await eventually(() => sent.texts(`hostile.test:${port}/小红`)).toEqual([`shopper: ${HTML} 能便宜点吗`])
    await eventually(() => suggestions.first().textContent()).not.toBe(before)
    expect([await panel.evaluate('window.pwned'), await page.evaluate('window.pwned')]).toEqual([undefined, undefined])
    expect(await panel.evaluate(`document.querySelector('huashu-panel').shadowRoot.querySelector('script, img')`)).toBe(
      null,
    )
  })

  test('cannot talk to the extension, read its token, or reach into its panel', async () => {
    const { page } = await openHostile()
    const { token } = (await kept('pairing')) as { token: string }
    const found = await page.evaluate<Record<string, unknown>>(`(async () => {
      const said = {}
      said.chrome = typeof chrome === 'undefined' ? 'none' : typeof chrome.storage + typeof chrome.runtime?.sendMessage
      said.connect = await new Promise((resolve) => {
        if (typeof chrome === 'undefined' || !chrome.runtime?.sendMessage) return resolve('none')
        chrome.runtime.sendMessage('${ORIGIN.slice(-32)}', { type: 'look' }, (answer) => resolve(answer ?? 'none'))
      })
      for (const file of ['panel.html', 'options.html', 'background.js', 'sites.json'])
        said[file] = await fetch('${ORIGIN}/' + file).then(() => 'read', () => 'none')
      // posts what the parts of the extension say to each other, to everybody
      for (const frame of [window, ...Array.from(window.frames)])
        for (const type of ['insert', 'pick', 'attach', 'frame', 'look'])
          frame.postMessage({ type, conversationId: 'x', text: 'evil', insertId: '1' }, '*')
      said.frames = Array.from(window.frames).map((frame) => {
        try { return frame.document.body.innerText } catch { return 'closed' }
      })
      said.roots = roots.filter((root) => root.querySelector('iframe')).length
      said.heard = heard.filter((text) => !text.includes('evil'))
      document.dispatchEvent(new CustomEvent('huashu-newer-reader'))
      return said
    })()`)
    expect(found).toMatchObject({
      connect: 'none',
      'panel.html': 'none',
      'options.html': 'none',
      'background.js': 'none',
      'sites.json': 'none',
      roots: 0,
      heard: [],
    })
    expect(found.chrome).not.toContain('object')
    // a frame in a closed root is none of the page's
    expect(found.frames).toEqual([])
    expect(
      await page.evaluate(
        `document.documentElement.outerHTML + JSON.stringify({ ...localStorage, ...sessionStorage }) + document.cookie`,
      ),
    ).not.toContain(token)
    expect(await page.locator('textarea').inputValue()).toBe('')
    // and is still read
    await suggestionsIn(await panelOf(page))
  })

  test('that lays something over the panel gets no draft by a click that was meant for it', async () => {
    const { page, panel, suggestions } = await openHostile()
    // the panel is there for the pointer, and not for the eye
    await page.evaluate(`for (const element of document.documentElement.children)
      if (element.localName === 'div') element.style.setProperty('opacity', '0.01', 'important')
    document.documentElement.style.opacity = '0.02'`)
    await eventually(async () => {
      await suggestions.first().click()
      return panel.locator('#note').textContent()
    }).toContain('遮住')
    expect(await page.locator('textarea').inputValue()).toBe('')
  })
})

describe('an extension', () => {
  test('that is loaded anew while a page is open goes on in it, with one panel', async () => {
    await under.enable({ reloaded: TEXTAREA })
    const page = await open('reloaded')
    await suggestionsIn(await panelOf(page))
    const manifest = join(under.unpacked, 'manifest.json')
    const before = JSON.parse(await readFile(manifest, 'utf8'))
    await writeFile(manifest, JSON.stringify({ ...before, version: '0.1.1' }))
    const old = await panelOf(page)
    await under.own.evaluate('chrome.runtime.reload()').catch(() => undefined)
    await eventually(() => old.isDetached()).toBe(true)
    await eventually(() => page.frames().filter((frame) => frame.url().includes('/panel.html')).length).toBe(1)
    const suggestions = await suggestionsIn(await panelOf(page))
    await page.locator('textarea').fill('稍等')
    const [text = ''] = await suggestions.allTextContents()
    await suggestions.first().click()
    await eventually(() => page.locator('textarea').inputValue()).toBe(`稍等${text}`)
  })
})
