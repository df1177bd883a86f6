import { mkdtemp, rm } from 'node:fs/promises'
import { connect, createServer as createLine, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext } from 'playwright-core'
import { expect } from 'vitest'
import { readSites } from '../../src/server/load/sites.ts'
import { signSites } from '../../src/server/sites/signed-sites.ts'
import { readSitesKey } from '../../src/server/sites/sites-key.ts'
import { ORIGIN, openExtensionBrowser } from './extension-browser.ts'
import { startRealApp } from './real-app.ts'

const DATA_SITES = join(import.meta.dirname, '../../data/sites')

/** A real browser with the extension, and a real gateway behind a line that can be cut. */
export async function startExtension() {
  const keys = await mkdtemp(join(tmpdir(), 'huashu-sites-key-'))
  const sites = signSites(await readSites(DATA_SITES), await readSitesKey(keys))
  const app = await startRealApp({ allowedOrigins: [ORIGIN], sites })
  const line = await openLine(Number(new URL(app.url).port))
  const browser = await openExtensionBrowser()
  return {
    ...browser,
    app,
    /** Between the extension and the service. */
    line,
    pair: () => browser.pair(line.url),
    async close(): Promise<void> {
      await browser.close()
      line.close()
      await app.close()
      await rm(keys, { recursive: true, force: true })
    },
  }
}

/** Asks until it is so, as long as a busy machine may need. */
export const eventually = <T>(read: () => T) => expect.poll(read, { timeout: 20_000 })

/** What the extension has sent to the service from now on; an extension that is loaded anew is another worker. */
export async function listenIn(context: BrowserContext) {
  const worker = context.serviceWorkers().at(-1) ?? (await context.waitForEvent('serviceworker'))
  await worker.evaluate(`{
    globalThis.sent = []
    const { send } = WebSocket.prototype
    WebSocket.prototype.send = function (text) { sent.push(JSON.parse(text)); return send.call(this, text) }
  }`)
  return {
    /** Texts of messages, as `role: text`, oldest first; those of a history, too. */
    async texts(conversation: string): Promise<string[]> {
      const frames = (await worker.evaluate('sent')) as {
        type: string
        conversationId?: string
        role?: string
        text?: string
        history?: { role: string; text: string }[]
      }[]
      return frames
        .filter(({ conversationId }) => conversationId === conversation)
        .flatMap(({ type, history, role, text }) =>
          type === 'message.add'
            ? [`${role}: ${text}`]
            : (history ?? []).map((message) => `history ${message.role}: ${message.text}`),
        )
    },
  }
}

/** A line to a port of this machine that a test can cut. */
async function openLine(port: number) {
  const ends = new Set<Socket>()
  let isDown = false
  const server = createLine((near) => {
    if (isDown) {
      near.destroy()
      return
    }
    const far = connect(port, '127.0.0.1')
    for (const [end, other] of [
      [near, far],
      [far, near],
    ] as const) {
      ends.add(end)
      end.pipe(other)
      end.on('error', () => other.destroy())
      end.on('close', () => {
        ends.delete(end)
        other.destroy()
      })
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const cut = () => {
    isDown = true
    for (const end of ends) end.destroy()
  }
  return {
    url: `http://127.0.0.1:${(server.address() as { port: number }).port}`,
    cut,
    mend: () => {
      isDown = false
    },
    close() {
      cut()
      server.close()
    },
  }
}

export type Under = Awaited<ReturnType<typeof startExtension>>
