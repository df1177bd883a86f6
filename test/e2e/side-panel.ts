import type { CDPSession } from 'playwright-core'
import { vi } from 'vitest'
import { ORIGIN } from './extension-browser.ts'
import type { Under } from './extension-under-test.ts'

/** What a test may do in the side panel of Chrome, which Playwright does not know as a page. */
export interface SidePanel {
  evaluate<T>(expression: string): Promise<T>
  /** Presses the first that a selector finds within the panel's shadow root, and takes the pointer away from the list. */
  click(selector: string): Promise<void>
}

/** Opens Chrome's own side panel as an agent does: by the button of the popup, beside a tab of that host. */
export async function openSidePanel({ context, own }: Under, host: string): Promise<SidePanel> {
  const tab = await own.evaluate(`chrome.tabs.query({ url: 'http://${host}.test/*' }).then(([tab]) => tab.id)`)
  const popup = await context.newPage()
  await popup.goto(`${ORIGIN}/popup.html?tab=${tab}`)
  await popup.locator('#side').click()
  const session = await context.browser()!.newBrowserCDPSession()
  const find = async () => {
    const { targetInfos } = await session.send('Target.getTargets')
    return targetInfos.find(({ type, url, attached }) => type === 'page' && !attached && url === `${ORIGIN}/panel.html`)
  }
  const { targetId } = (await vi.waitUntil(find, { timeout: 20_000 }))!
  await popup.close()
  return driven(session, targetId)
}

/** Speaks with a target that nobody is attached to, by messages within messages. */
async function driven(session: CDPSession, targetId: string): Promise<SidePanel> {
  const { sessionId } = await session.send('Target.attachToTarget', { targetId, flatten: false })
  const waiting = new Map<number, (result: { value?: unknown }) => void>()
  let asked = 0
  session.on('Target.receivedMessageFromTarget', ({ message }) => {
    const { id, result } = JSON.parse(message)
    waiting.get(id)?.(result?.result ?? {})
    waiting.delete(id)
  })
  async function send(method: string, params: object) {
    asked += 1
    const answered = new Promise<{ value?: unknown }>((resolve) => waiting.set(asked, resolve))
    await session.send('Target.sendMessageToTarget', {
      sessionId,
      message: JSON.stringify({ id: asked, method, params }),
    })
    return answered
  }
  const evaluate = async <T>(expression: string) =>
    (await send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true })).value as T
  return {
    evaluate,
    async click(selector) {
      const { x, y } = await evaluate<{ x: number; y: number }>(`(() => {
        const found = document.querySelector('huashu-panel').shadowRoot.querySelector('${selector}')
        const { x, y, width, height } = found.getBoundingClientRect()
        return { x: x + width / 2, y: y + height / 2 }
      })()`)
      for (const type of ['mousePressed', 'mouseReleased'])
        await send('Input.dispatchMouseEvent', { type, x, y, button: 'left', clickCount: 1 })
      // a pointer that stays over the list keeps it
      await send('Input.dispatchMouseEvent', { type: 'mouseMoved', x: 2, y: 2 })
    },
  }
}
