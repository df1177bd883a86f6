import type { MinedChat } from './add-chat.ts'

/** `nick 2026-11-22 10:00:00`, with or without brackets, a colon and the line's own text behind it. */
const HEADING =
  /^(?<nick>\S.{0,60}?)[\s(（[【]+(?<at>\d{4}[-/.]\d{1,2}[-/.]\d{1,2}[ T]\d{1,2}:\d{2}(?::\d{2})?)[)）\]】]?[:：]?\s*(?<text>.*)$/u
const PARTING = /^\s*[-=*_—]{5,}.*$/u
/** Sub-accounts of a shop are "shop:name"; platforms call the others by name. */
const SHOP_NICK = /[:：]|^(?:客服|jimi|京东客服|商家|卖家|店铺)/iu
/** A longer silence begins another chat, ms. */
const SILENCE = 4 * 3_600_000

/**
 * Reads a plain-text export of 千牛 or 京东: a heading with nick and time, then one or more lines. `agents` = nicks of the shop besides those that look like it. A
 * chat ends at a rule of dashes, at another shopper or after four hours. Chats are called `PREFIX-N`: nicks are personal. `faults` = lines before any heading.
 */
export function readTranscript(
  text: string,
  prefix: string,
  agents: ReadonlySet<string>,
): { readonly chats: MinedChat[]; readonly faults: readonly number[] } {
  const chats: {
    id: string
    turns: { role: 'shopper' | 'agent'; text: string }[]
    names: string[]
    shopper?: string
  }[] = []
  const faults: number[] = []
  let chat: (typeof chats)[number] | undefined
  let last = 0
  let isOpen = false
  for (const [i, line] of text.split(/\r\n?|\n/).entries()) {
    if (PARTING.test(line)) {
      chat = undefined
      isOpen = false
      continue
    }
    const heading = HEADING.exec(line)
    if (!heading) {
      const turn = chat?.turns.at(-1)
      if (turn && isOpen) turn.text = turn.text === '' ? line.trim() : `${turn.text}\n${line.trim()}`
      else if (line.trim() !== '') faults.push(i + 1)
      continue
    }
    const { nick, at, text: said } = heading.groups as { nick: string; at: string; text: string }
    const isAgent = agents.has(nick) || SHOP_NICK.test(nick)
    const time = Date.parse(`${at.replace(/[/.]/g, '-').replace('T', ' ')}Z`)
    const isOther = !isAgent && chat?.shopper !== undefined && chat.shopper !== nick
    if (!chat || isOther || time - last > SILENCE) {
      chat = { id: `${prefix}-${chats.length + 1}`, turns: [], names: [] }
      chats.push(chat)
    }
    last = Number.isNaN(time) ? last : time
    if (!isAgent) chat.shopper = nick
    if (!chat.names.includes(nick)) chat.names.push(nick)
    chat.turns.push({ role: isAgent ? 'agent' : 'shopper', text: said.trim() })
    isOpen = true
  }
  for (const { turns } of chats) for (const turn of turns) turn.text = turn.text.trim()
  return { chats: chats.map(({ id, turns, names }) => ({ id, turns, names })), faults }
}
