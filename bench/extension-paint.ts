import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { SITUATION } from '../test/e2e/chat-pages.ts'
import { ORIGIN, openExtensionBrowser, panelOf } from '../test/e2e/extension-browser.ts'
import { measurePaint } from './measure-paint.ts'
import { startServer } from './server-process.ts'

// The same wait where the extension reads the chat off somebody else's page: observed, told to the worker, sent, answered, handed to the panel's frame, drawn.

const dataDir = await mkdtemp(join(tmpdir(), 'huashu-bench-'))
const server = await startServer('../src/server/main.ts', '/readyz', { DATA_DIR: dataDir, ALLOWED_ORIGINS: ORIGIN })
const browser = await openExtensionBrowser()
try {
  await browser.pair(`http://127.0.0.1:${server.port}`)
  await browser.enable({
    paint: { ...SITUATION, replyBox: '#editor textarea', messageId: { attribute: 'data-id' } },
  })
  const page = await browser.context.newPage()
  await page.goto(browser.urlOf('paint', '/?ids'))
  const panel = await panelOf(page)
  await panel.locator('huashu-panel .dot.ready').waitFor()
  await panel.evaluate(await readFile(join(import.meta.dirname, 'paint-of.js'), 'utf8'))
  await measurePaint('extension', async (talk, text) => {
    await page.evaluate(`chat.switchTo('${talk}'); chat.say('mine', '您好')`)
    // the reader has opened it, too: what comes now is new
    const isOpen = `document.querySelector('huashu-panel').conversations.some((one) => one.conversationId.endsWith('/${talk}'))`
    while (!(await panel.evaluate(isOpen))) await sleep(20)
    await panel.evaluate('painted()')
    const painted = panel.evaluate<number | undefined>(`paintOf('${talk}-m')`)
    const said = `chat.say('theirs', ${JSON.stringify(text)}, undefined, '${talk}-m')`
    const start = await page.evaluate<number>(`(() => { const now = Date.now(); ${said}; return now })()`)
    const at = await painted
    return at === undefined ? undefined : at - start
  })
} finally {
  await browser.close()
  await server.stop()
  await rm(dataDir, { recursive: true, force: true })
}
