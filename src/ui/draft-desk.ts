import type { Suggestion, Tone } from '../protocol/index.ts'
import { isSameConversation, refOf } from './conversation-ref.ts'
import type { OfTurn, Placed, Reason } from './desk-deps.ts'
import { DeskFloor } from './desk-floor.ts'
import { applyFix } from './marked-text.ts'
import type { List, Mark } from './talk.ts'

/** The same part twice within this time is one press that arrived twice. */
const ONE_PRESS_MS = 500

/** What may be done with one suggestion. */
export class DraftDesk extends DeskFloor {
  /** Suggestions that a host is placing: pressed again meanwhile, they would stand there twice. */
  private readonly inHand = new Set<string>()
  private last: { id: string; part: number; at: number } | undefined

  /** Inserts a suggestion of a list; `text` when the agent has changed it. Into no conversation but its own. */
  insert(list: OfTurn, suggestion: Suggestion, place: number, text?: string): void {
    const talk = this.talkOf(list)
    const mark = talk?.marks[suggestion.id]
    if (mark?.dismissed) return
    const parts = text === undefined && mark?.text === undefined ? suggestion.parts : []
    const index = parts.length > 1 ? (mark?.inserted ?? 0) % parts.length : 0
    // the only part of a reply is its text, unless it is no text at all
    const part = (parts.length > 1 ? parts[index] : parts.find(({ kind }) => kind !== 'text')) ?? {
      kind: 'text' as const,
      text: text ?? mark?.text ?? suggestion.text,
    }
    if (this.inHand.has(suggestion.id)) return
    const at = this.deps.clock()
    if (this.last?.id === suggestion.id && this.last.part === index && at - this.last.at < ONE_PRESS_MS) return
    if ((text ?? mark?.text) === mark?.text && mark?.warnings?.some(({ level }) => level === 'block')) {
      this.say('blocked')
      return
    }
    const conversation = refOf(list.conversation)
    // the page may have turned to another shopper since the list was painted
    if (!isSameConversation(conversation, this.deps.identify())) {
      this.say('elsewhere')
      return
    }
    const { id: suggestionId } = suggestion
    const { turnId } = list
    const press = { id: suggestionId, part: index, at }
    const settle = (placed: Placed) => {
      this.say(placed)
      if (placed === 'failed') {
        // the next press is a second try
        if (this.last === press) this.last = undefined
        return
      }
      const changed = part.text === suggestion.text || parts.length > 1 ? undefined : part.text
      this.mark(list, suggestion, { inserted: index + 1 })
      this.feedback(list, suggestion, placed === 'copied' ? 'copied' : changed ? 'edited' : 'inserted', {
        position: place,
        ...(changed ? { finalText: changed } : {}),
      })
    }
    this.last = press
    const placed = this.deps.insert({ text: part.text ?? '', part, suggestionId, turnId, conversation })
    if (typeof placed === 'string') {
      settle(placed)
      return
    }
    this.inHand.add(suggestionId)
    void placed.then((outcome) => {
      this.inHand.delete(suggestionId)
      settle(outcome)
    })
  }

  copyText(text: string): void {
    this.deps.copy(text)
    this.say('copied')
  }

  copy(list: List, suggestion: Suggestion, place: number): void {
    this.deps.copy(this.talkOf(list)?.marks[suggestion.id]?.text ?? suggestion.text)
    this.mark(list, suggestion, { copied: true })
    this.feedback(list, suggestion, 'copied', { position: place })
    this.say('copied')
  }

  /** Puts a suggestion away; its place stays, so that the others keep their numbers. */
  dismiss(list: List, suggestion: Suggestion, place: number, reason?: Reason): void {
    this.mark(list, suggestion, { dismissed: true })
    this.feedback(list, suggestion, 'dismissed', { position: place, ...(reason ? { reason } : {}) })
    this.say('dismissed')
  }

  undismiss(list: List, suggestion: Suggestion): void {
    this.mark(list, suggestion, { dismissed: false })
  }

  report(list: List, suggestion: Suggestion, place: number, reason: Reason): void {
    if (this.isAgents()) return
    this.feedback(list, suggestion, 'reported', { position: place, reason })
    this.say('reported')
  }

  /** Puts the fix of one warning in place and has the text checked again. */
  fix(list: List, suggestion: Suggestion, warning: number): void {
    const mark = this.talkOf(list)?.marks[suggestion.id]
    const { text, warnings } = applyFix(mark?.text ?? suggestion.text, mark?.warnings ?? suggestion.warnings, warning)
    this.change(list, suggestion, text, warnings)
  }

  /** Keeps a text of the agent's own for a suggestion and has it checked. */
  change(list: List, suggestion: Suggestion, text: string, warnings: Mark['warnings'] = []): void {
    const draftId = this.deps.newId()
    this.mark(list, suggestion, { text, warnings, draftId })
    if (text.trim() !== '') this.send({ type: 'draft.check', ...refOf(list.conversation), draftId, text })
  }

  rewrite(list: List, suggestion: Suggestion, tone: Tone | undefined): void {
    const rewriteId = this.deps.newId()
    const { conversationId } = list.conversation
    const running = this.talkOf(list)?.rewrites[suggestion.id]
    if (running?.state === 'streaming') this.cancelRewrite(list, suggestion)
    this.step({ kind: 'rewrite', conversationId, rewriteId, suggestionId: suggestion.id })
    const { turnId } = list
    const asked = { rewriteId, turnId, suggestionId: suggestion.id, ...(tone ? { tone } : {}) }
    this.send({ type: 'rewrite.request', ...refOf(list.conversation), ...asked })
  }

  cancelRewrite(list: List, suggestion: Suggestion): void {
    const { conversationId } = list.conversation
    const running = this.talkOf(list)?.rewrites[suggestion.id]
    if (running?.state === 'streaming')
      this.send({ type: 'rewrite.cancel', rewriteId: running.rewriteId, conversationId })
    this.step({ kind: 'unrewrite', conversationId, suggestionId: suggestion.id })
  }

  /** Takes a rewording in place of the suggestion's own text. */
  useRewrite(list: List, suggestion: Suggestion): void {
    const done = this.talkOf(list)?.rewrites[suggestion.id]
    if (done?.state !== 'done' || done.accepted === false) return
    this.mark(list, suggestion, { text: done.text, warnings: done.warnings ?? [] })
    this.cancelRewrite(list, suggestion)
  }
}
