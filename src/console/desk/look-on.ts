import type { Locale } from '../../protocol/index.ts'
import { createClient, createPanelSource } from '../../sdk/index.ts'
import { definePanel, type HuashuPanel } from '../../ui/index.ts'
import { apiKey } from '../api.ts'
import { tagOf } from '../language.ts'

interface LookedAt {
  readonly store: string
  readonly channel: string
  readonly conversationId: string
}

/** A panel that looks on at a conversation, over a stream of its own; `close` ends both. A chunk of its own: whoever plays shopper never loads it. */
export function lookOn(conversation: LookedAt, language: Locale): { readonly panel: HuashuPanel; close(): void } {
  const key = apiKey.read()
  const client = createClient({ url: location.origin, ...(key ? { token: key } : {}) })
  const stream = client.stream({
    agent: { id: 'console' },
    client: { name: 'console', version: '1' },
    uiLocale: language,
  })
  definePanel()
  const panel = document.createElement('huashu-panel') as HuashuPanel
  panel.lang = tagOf(language)
  panel.setAttribute('watch', '')
  // several stand side by side: a key of the page would be for all of them
  panel.setAttribute('keys', 'off')
  panel.source = createPanelSource(client, stream)
  panel.conversation = conversation
  return {
    panel,
    close() {
      panel.remove()
      stream.close()
    },
  }
}
