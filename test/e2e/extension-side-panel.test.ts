import { afterAll, beforeAll, expect, test } from 'vitest'
import { SITUATION } from './chat-pages.ts'
import { panelOf, suggestionsIn } from './extension-browser.ts'
import { eventually, listenIn, startExtension, type Under } from './extension-under-test.ts'
import { openSidePanel, type SidePanel } from './side-panel.ts'

let under: Under
let side: SidePanel
let one: Awaited<ReturnType<typeof open>>
let two: Awaited<ReturnType<typeof open>>
let heard: Awaited<ReturnType<typeof listenIn>>

beforeAll(async () => {
  under = await startExtension()
  await under.pair()
  heard = await listenIn(under.context)
  const how = { ...SITUATION, replyBox: '#editor textarea' }
  await under.enable({ one: how, two: how })
  one = await open('one')
  two = await open('two')
  await two.page.evaluate(`chat.switchTo('小明'); chat.say('theirs', '能便宜点吗')`)
  await two.suggestions
    .first()
    .filter({ hasText: /价|优惠|便宜|满|折/ })
    .waitFor()
  side = await openSidePanel(under, 'one')
})
afterAll(() => under?.close())

async function open(host: string) {
  const page = await under.context.newPage()
  await page.goto(under.urlOf(host))
  return { page, suggestions: await suggestionsIn(await panelOf(page)) }
}

const written = () => Promise.all([one, two].map(({ page }) => page.locator('textarea').inputValue()))
/** What the side panel lists, once it is long enough there to be meant. */
const listed = () =>
  side.evaluate<string[]>(
    `[...document.querySelector('huashu-panel').shadowRoot.querySelectorAll('.scroll:not(.fresh) .row .text')].map((row) => row.textContent)`,
  )

test('Chrome opens the side panel beside the chat, outside of every page', async () => {
  const contexts = await under.own.evaluate<{ contextType: string; documentUrl: string }[]>(
    `chrome.runtime.getContexts({ contextTypes: ['SIDE_PANEL'] })`,
  )
  expect(contexts.map(({ documentUrl }) => documentUrl)).toEqual([expect.stringMatching(/\/panel\.html$/)])
})

test('it shows the talk of the tab in front, and tells nothing of it twice', async () => {
  for (const { page, suggestions } of [one, two, one]) {
    await page.bringToFront()
    await eventually(listed).toEqual(await suggestions.allTextContents())
  }
  const { host } = new URL(under.urlOf('two'))
  expect((await heard.texts(`${host}/小明`)).filter((text) => text.endsWith('能便宜点吗'))).toHaveLength(1)
})

test('a click in it inserts into the tab in front, and into no other', async () => {
  await two.page.bringToFront()
  await eventually(listed).toEqual(await two.suggestions.allTextContents())
  const [text] = await listed()
  await side.click('.row .text')
  await eventually(written).toEqual(['', text])
  await one.page.bringToFront()
  await eventually(listed).toEqual(await one.suggestions.allTextContents())
  const [other] = await listed()
  await side.click('.row .num')
  await eventually(written).toEqual([other, text])
})

test('a list whose tab has gone behind another is inserted nowhere', async () => {
  await one.page.bringToFront()
  await eventually(listed).toEqual(await one.suggestions.allTextContents())
  const before = await written()
  await two.page.bringToFront()
  // within 400 ms a click still means the list of the other tab
  await side.click('.row .num')
  await two.page.waitForTimeout(600)
  expect(await written()).toEqual(before)
})

test('beside a tab without a chat it shows none', async () => {
  await under.own.bringToFront()
  await eventually(() => side.evaluate(`document.querySelector('huashu-panel').hidden`)).toBe(true)
  expect(await side.evaluate(`document.querySelector('#note').textContent`)).not.toBe('')
})
