import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { SITUATION } from './chat-pages.ts'
import { panelOf, suggestionsIn } from './extension-browser.ts'
import { eventually, startExtension, type Under } from './extension-under-test.ts'

let under: Under

/** Where each kind of reply box is found, for the reader and for the test. */
const EDITORS = {
  textarea: '#editor textarea',
  contenteditable: '#editor [contenteditable]',
  lexical: '#editor [contenteditable]',
  prosemirror: '#editor .ProseMirror',
  quill: '#editor .ql-editor',
  iframe: '#editor iframe >>> body',
  shadow: '#composer >>> textarea',
  shadowlist: '#editor textarea',
} as const

beforeAll(async () => {
  under = await startExtension()
  await under.pair()
  const picked = Object.entries(EDITORS).map(([host, replyBox]) => [host, { ...SITUATION, replyBox }])
  await under.enable({
    ...Object.fromEntries(picked),
    strict: { ...SITUATION, replyBox: EDITORS.textarea },
    shadowlist: { ...SITUATION, list: '#host >>> #list', replyBox: EDITORS.textarea },
  })
})
afterAll(() => under?.close())

async function open(host: string, query = '') {
  const page = await under.context.newPage()
  onTestFinished(() => page.close())
  await page.goto(under.urlOf(host, `/?editor=${host === 'strict' ? 'textarea' : host}${query}`))
  const panel = await panelOf(page)
  const suggestions = await suggestionsIn(panel)
  return { page, panel, suggestions }
}

/** The place to type in, as a person sees it. */
function boxOf(page: Page, host: string) {
  if (host === 'iframe') return page.frameLocator('#editor iframe').locator('body')
  return page.locator(host === 'shadow' ? '#composer' : (EDITORS[host as keyof typeof EDITORS] ?? EDITORS.textarea))
}

const bare = (text: string) => text.replaceAll(/[\s\u200b\ufeff]+/g, '')

/** What the box says, bare of what editors add for themselves. */
async function said(page: Page, host: string): Promise<string> {
  if (host === 'shadow') return bare(await page.evaluate('chat.read()'))
  const box = boxOf(page, host)
  const isField = (await box.evaluate((element) => element.localName)) === 'textarea'
  return bare(isField ? await box.inputValue() : ((await box.textContent()) ?? ''))
}

describe.each([...Object.keys(EDITORS), 'strict'])('a reply box: %s', (host) => {
  test('takes a draft at the cursor, once, beside what was typed; undo takes back the draft alone; nothing is sent', async () => {
    const { page, panel, suggestions } = await open(host)
    const [first = '', second = ''] = await suggestions.allTextContents()
    const box = boxOf(page, host)
    await box.click()
    await page.keyboard.type('AABB')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('ArrowLeft')
    await suggestions.first().click()
    await eventually(() => said(page, host)).toBe(bare(`AA${first}BB`))
    await eventually(() => panel.locator('huashu-panel footer .says').textContent()).toBe('已插入')
    expect(await panel.locator('#note').textContent()).toBe('')
    // another one is put behind it
    await suggestions.nth(1).click()
    await eventually(() => said(page, host)).toBe(bare(`AA${first}${second}BB`))
    await box.press('Control+z')
    await eventually(() => said(page, host)).toBe(bare(`AA${first}BB`))
    await box.press('Control+z')
    await eventually(() => said(page, host)).toBe('AABB')
    expect(await page.evaluate('chat.sent')).toEqual([])
  })
})
