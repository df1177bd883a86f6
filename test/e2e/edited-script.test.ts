/** A script that is edited by REST is what the next message is answered with, over the websocket. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openSession, says } from '../server/socket-client.ts'
import { startRealApp } from './real-app.ts'

let app: Awaited<ReturnType<typeof startRealApp>>
beforeAll(async () => {
  app = await startRealApp()
})
afterAll(() => app?.close())

async function put(id: string, script: object): Promise<number> {
  const response = await fetch(`${app.url}/v1/scripts/${id}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ script }),
  })
  return response.status
}

test('a script is edited by REST, and the next suggestion uses it', async () => {
  const client = await openSession(app.url)
  let count = 0
  const asked = async () => {
    count += 1
    client.send(says('在吗', { conversationId: `c${count}`, messageId: `m${count}` }))
    return (await client.next('suggestions.ready', (frame) => frame.conversationId === `c${count}`)).suggestions
  }
  const [first] = await asked()
  const view = (await (await fetch(`${app.url}/v1/scripts/${first!.scriptId}`)).json()) as { script: object }
  const text = '在的呢，您慢慢看，我一直都在'
  expect(await put(first!.scriptId, { ...view.script, wordings: [{ open: text, short: text }] })).toBe(200)
  await vi.waitFor(async () => {
    const edited = (await asked()).find(({ scriptId }) => scriptId === first!.scriptId)
    expect(edited?.text).toBe(text)
  }, 10_000)
})
