import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A console of somebody else's: a page with a reply box of either kind, on an origin of its own. */
export async function startBarePage(): Promise<{ origin: string; close(): void }> {
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://x')
    if (pathname !== '/') return response.writeHead(404).end()
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
    response.end(barePage(searchParams))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}

/** `gateway`: where the panel comes from; every other parameter becomes an attribute of the element. */
function barePage(asked: URLSearchParams): string {
  const attributes = [...asked].map(([name, value]) =>
    name === 'gateway' ? `server="${value}"` : `${name}="${value}"`,
  )
  return `<!doctype html>
<html lang="${asked.get('lang') ?? 'zh-CN'}">
<meta charset="utf-8">
<title>console</title>
<link rel="icon" href="data:,">
<style>
  body { margin: 0; display: grid; grid-template-columns: 1fr minmax(0, 420px); height: 100vh; }
  main { padding: 16px; }
  textarea, [contenteditable] { display: block; width: 90%; height: 120px; margin: 8px 0; border: 1px solid; }
  @media (max-width: 700px) { body { display: block; } main { display: none; } }
</style>
<script src="${asked.get('gateway')}/panel.js" type="module"></script>
<main>
  <textarea id="reply" aria-label="reply"></textarea>
  <div id="rich" contenteditable="true" role="textbox" aria-label="rich reply"></div>
</main>
<huashu-panel agent="a1" agent-name="小满" ${attributes.join(' ')}></huashu-panel>
</html>`
}
