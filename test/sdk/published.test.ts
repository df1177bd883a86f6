import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { startRealApp } from '../e2e/real-app.ts'
import { gatewayUnderTest, KEY, keyOf } from '../server/gateway-under-test.ts'
import { findChromium } from '../services/setup.ts'
import { folderWithClient, readmeExamples, run } from './built-client.ts'

const TSC = join(import.meta.dirname, '../../node_modules/typescript/bin/tsc')
let app: Awaited<ReturnType<typeof startRealApp>>

beforeAll(async () => {
  app = await startRealApp()
})
afterAll(() => app?.close())

describe('the package', () => {
  test('needs nothing but itself', () => {
    const folder = join(folderWithClient(), 'node_modules/@huashu/client')
    for (const name of readdirSync(folder).filter((one) => /\.(js|d\.ts)$/.test(one))) {
      const targets = [
        ...readFileSync(join(folder, name), 'utf8').matchAll(/(?:from\s+|import\s*\(?\s*)["']([^"']+)["']/g),
      ]
      for (const [, target] of targets) expect(target, name).toMatch(/^\.\/[\w-]+\.js$/)
    }
    const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    expect(Object.keys(about).filter((key) => /dependencies/i.test(key))).toEqual([])
  })

  test.for([
    { where: 'a browser', options: ['--lib', 'esnext,dom', '--module', 'esnext', '--moduleResolution', 'bundler'] },
    { where: 'Node', options: ['--lib', 'esnext', '--module', 'nodenext', '--types', 'node'] },
  ])('is typed for programs of $where, and refuses what the wire does', ({ options }) => {
    const folder = folderWithClient()
    const lines = [
      "import { createClient, HuashuError, type Suggestion, type ErrorCode } from '@huashu/client'",
      "const client = createClient({ url: 'http://x' })",
      "const answer = await client.suggest({ messages: [{ role: 'shopper', text: 'a' }], uiLocale: 'zh-CN' })",
      'const first: Suggestion | undefined = answer.suggestions[0]',
      "const level: 'hint' | 'warn' | 'block' | undefined = first?.warnings[0]?.level",
      "const talk = client.stream({ agent: { id: 'a' }, client: { name: 'c', version: '1' } }).conversation({ conversationId: 'c' })",
      "talk.on('nudge', (nudge) => nudge.dueAt.length)",
      "const code: ErrorCode = new HuashuError('overloaded', '').code",
      '// @ts-expect-error a role that does not exist',
      "client.suggest({ messages: [{ role: 'boss' }] })",
      '// @ts-expect-error an event that does not exist',
      "talk.event({ type: 'order_eaten' })",
      'export { code, level }',
    ]
    writeFileSync(join(folder, 'program.ts'), lines.join('\n'))
    const roots = options.includes('node') ? ['--typeRoots', join(TSC, '../../../@types')] : []
    const { stdout } = spawnSync(
      process.execPath,
      [TSC, '--ignoreConfig', '--strict', '--noEmit', '--target', 'esnext', ...options, ...roots, 'program.ts'],
      { cwd: folder, encoding: 'utf8' },
    )
    expect(stdout).toBe('')
  })
})

describe('the examples of the README', () => {
  test('run and print what they promise', async () => {
    const folder = folderWithClient()
    const examples = readmeExamples(app.url)
    for (const [name, code] of examples) writeFileSync(join(folder, name), code)
    expect([...examples.keys()]).toEqual(['plugin.js', 'ticket.js', 'rest.js', 'batch.js', 'stream.js', 'errors.js'])
    expect(await run(folder, 'rest.js')).toMatch(/发货[\s\S]*\[[\s\S]*\nwarn\n$/)
    expect((await run(folder, 'batch.js')).split('\n').map((line) => line.split(' ')[0])).toEqual([
      '在吗',
      '包邮吗',
      '能便宜点吗',
      '',
    ])
    expect(await run(folder, 'stream.js')).toMatch(/退[\s\S]*\d (pass|warn)\n$/)
    expect(await run(folder, 'errors.js')).toBe('bad_request body.messages\n')
  })

  test('the one that gets tickets runs with a key', async () => {
    const { listen } = await gatewayUnderTest({ keys: [keyOf()] })
    const folder = folderWithClient()
    writeFileSync(join(folder, 'ticket.js'), readmeExamples(await listen()).get('ticket.js')!)
    expect(await run(folder, 'ticket.js', { HUASHU_KEY: KEY })).toBe('true\n')
  })

  test('the plugin has its 15 lines and works in a page of another origin', async () => {
    const folder = folderWithClient()
    const plugin = (url: string) => readmeExamples(url).get('plugin.js')!
    const counted = plugin('')
      .split('\n')
      .filter((line) => line.trim() !== '' && !/^\s*(\/\*\*|[})]+$)/.test(line))
    expect(counted.length).toBeLessThanOrEqual(15)

    let url = ''
    const page = createServer(async (request, response) => {
      const { pathname } = new URL(request.url!, 'http://x')
      const answer = {
        '/': ['text/html; charset=utf-8', PAGE],
        '/client.js': ['text/javascript', readFileSync(join(folder, 'node_modules/@huashu/client/index.js'), 'utf8')],
        '/plugin.js': ['text/javascript', plugin(url)],
        '/huashu-ticket': ['text/plain', pathname === '/huashu-ticket' ? await ticketFrom(url) : ''],
      }[pathname]
      response.writeHead(answer ? 200 : 404, { 'content-type': answer?.[0] ?? 'text/plain' }).end(answer?.[1])
    })
    await new Promise<void>((resolve) => page.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void page.close())
    const origin = `http://127.0.0.1:${(page.address() as { port: number }).port}`
    const shop = await gatewayUnderTest({ config: { allowedOrigins: [origin] } })
    url = await shop.listen()

    const browser = await chromium.launch({ executablePath: findChromium()!, args: ['--no-sandbox', '--disable-gpu'] })
    onTestFinished(() => browser.close())
    const tab = await browser.newPage()
    const complaints: string[] = []
    tab.on('pageerror', (error) => complaints.push(error.message))
    await tab.goto(origin)
    await tab.locator('#list button', { hasText: 're:在吗' }).click()
    expect(await tab.locator('#draft').inputValue()).toBe('亲 re:在吗')
    expect(complaints).toEqual([])
  })
})

const PAGE = `<!doctype html><div id=list></div><textarea id=draft>亲 </textarea>
<script type=importmap>{"imports":{"@huashu/client":"/client.js"}}</script>
<script type=module>
import { openTalk } from '/plugin.js'
draft.setSelectionRange(2, 2)
const talk = openTalk('c1', list, draft)
talk.add({ messageId: 'm1', role: 'shopper', text: '在吗' })
</script>`

async function ticketFrom(url: string): Promise<string> {
  const body = JSON.stringify({ agent: { id: 'a1' } })
  const headers = { 'content-type': 'application/json' }
  const { ticket } = (await (await fetch(`${url}/v1/tickets`, { method: 'POST', headers, body })).json()) as {
    ticket: string
  }
  return ticket
}
