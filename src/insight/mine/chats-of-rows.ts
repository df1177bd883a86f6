import type { MinedChat } from './add-chat.ts'

/** What columns may be called, by what they hold. */
const NAMED = {
  chat: /^(?:id|chat(?:_?id)?|session(?:_?id)?|conversation(?:_?id)?|会话(?:id|编号)?|对话(?:id|编号)?|买家(?:昵称)?|顾客|shopper|buyer|customer)$/i,
  role: /^(?:role|sender|from|speaker|发送方|发送人|发送者|角色|身份)$/i,
  text: /^(?:text|content|message|body|消息|消息内容|内容|聊天内容)$/i,
}
const SHOPPER = /^(?:shopper|buyer|customer|user|visitor|买家|顾客|客户|访客|用户)$/i
const AGENT = /^(?:agent|seller|service|staff|assistant|客服|卖家|商家|店铺|店小二)$/i

/**
 * Chats of a sheet with one message per row, in the order of the rows. Chats are called `PREFIX-N`: the column may hold a nick, which is hidden in the texts.
 * `faults` by row, counted from 1 with the heading; a heading without the three columns is fault of row 1.
 */
export function chatsOfRows(
  rows: readonly (readonly string[])[],
  prefix: string,
): { readonly chats: MinedChat[]; readonly faults: readonly { readonly row: number; readonly message: string }[] } {
  const head = (rows[0] ?? []).map((name) => name.trim())
  const [chat, role, text] = (['chat', 'role', 'text'] as const).map((what) =>
    head.findIndex((name) => NAMED[what].test(name)),
  )
  if (chat! < 0 || role! < 0 || text! < 0)
    return {
      chats: [],
      faults: [{ row: 1, message: 'needs columns for the chat, the sender and the text, such as `id,role,text`' }],
    }
  const byName = new Map<
    string,
    { id: string; names: string[]; turns: { role: 'shopper' | 'agent'; text: string }[] }
  >()
  const faults: { row: number; message: string }[] = []
  for (const [i, row] of rows.slice(1).entries()) {
    const [name, who, said] = [row[chat!]?.trim() ?? '', row[role!]?.trim() ?? '', row[text!] ?? '']
    const known = SHOPPER.test(who) ? 'shopper' : AGENT.test(who) ? 'agent' : undefined
    if (name === '' || !known) {
      faults.push({ row: i + 2, message: name === '' ? 'names no chat' : `"${who}" is neither shopper nor agent` })
      continue
    }
    const one = byName.get(name) ?? { id: `${prefix}-${byName.size + 1}`, names: [name], turns: [] }
    byName.set(name, one)
    one.turns.push({ role: known, text: said })
  }
  return { chats: [...byName.values()], faults }
}
