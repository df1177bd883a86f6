import type { Suggestion } from '../../protocol/index.ts'
import type { PanelSource } from '../../ui/index.ts'

export interface PanelElement extends HTMLElement {
  source: PanelSource | undefined
  conversation: { channel?: string; conversationId: string } | undefined
}

/** A list of suggestions with a button each: what stands in until the panel of `src/ui` is there. */
export class PlaceholderPanel extends HTMLElement implements PanelElement {
  source: PanelSource | undefined
  #conversation: PanelElement['conversation']
  #listening: (() => void) | undefined
  #shown = new Map<string, { turnId: string; suggestions: readonly Suggestion[] }>()

  get conversation(): PanelElement['conversation'] {
    return this.#conversation
  }
  set conversation(conversation: PanelElement['conversation']) {
    this.#conversation = conversation
    this.#listening ??= this.source?.listen((heard) => {
      if (heard.kind !== 'frame') return
      const { frame } = heard
      if (frame.type === 'suggestions.ready') this.#shown.set(frame.conversationId, frame)
      else if (frame.type === 'suggestions.stale') this.#shown.delete(frame.conversationId)
      this.#draw()
    })
    this.#draw()
  }

  take(index: number): void {
    const { turnId, suggestions } = this.#shown.get(this.#conversation?.conversationId ?? '') ?? {}
    const suggestion = suggestions?.[index]
    if (!suggestion) return
    const detail = { text: suggestion.text, suggestionId: suggestion.id, turnId, conversation: this.#conversation }
    this.dispatchEvent(new CustomEvent('huashu-insert', { bubbles: true, composed: true, cancelable: true, detail }))
  }

  #draw(): void {
    const { suggestions = [] } = this.#shown.get(this.#conversation?.conversationId ?? '') ?? {}
    this.replaceChildren(
      ...suggestions.map(({ text }, index) => {
        const button = document.createElement('button')
        button.textContent = text
        button.addEventListener('click', ({ isTrusted }) => isTrusted && this.take(index))
        return button
      }),
    )
  }
}
