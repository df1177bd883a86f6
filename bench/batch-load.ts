import { once } from 'node:events'
import { request } from 'node:http'
import { createInterface } from 'node:readline'
import { zhUtterances } from './inputs.ts'
import { makeMessages } from './messages.ts'

// Sends a batch of so many lines to a server, in a process of its own, until it is done or killed.

const [port, lines] = process.argv.slice(2).map(Number) as [number, number]
const texts = makeMessages(2_000, await zhUtterances())

const headers = { 'content-type': 'application/x-ndjson' }
const post = request({ host: '127.0.0.1', port, path: '/v1/suggestions/batch', method: 'POST', headers })
const answered = once(post, 'response')
const writing = (async () => {
  for (let i = 0; i < lines; i += 1) {
    const line = JSON.stringify({ id: i, messages: [{ role: 'shopper', text: texts[i % texts.length] }] })
    if (!post.write(`${line}\n`)) await once(post, 'drain')
  }
  post.end()
})()
const [response] = (await answered) as [import('node:http').IncomingMessage]
if (response.statusCode !== 200) throw new Error(`the batch was refused: ${response.statusCode}`)
let count = 0
for await (const _ of createInterface({ input: response })) count += 1
await writing
process.stdout.write(`${JSON.stringify({ count })}\n`)
