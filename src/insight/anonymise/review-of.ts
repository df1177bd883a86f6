import type { Doubt } from './anonymise-chat.ts'
import type { DoubtKind } from './doubt-of.ts'

const SAYS: Readonly<Record<DoubtKind, string>> = {
  name: 'may name somebody',
  number: 'a number of five figures or more',
  account: 'may be an account',
  place: 'may say where somebody lives',
  label: 'something stands behind a label',
}

/** The lines worth reading before an export is given away, as Markdown: by what may be the matter, each with its chat and line as in the file. */
export function reviewOf(doubts: readonly Doubt[], chats: number): string {
  const head = `# Lines worth reading: ${doubts.length} of ${chats} chats\n\nWhat is personal was masked; in these lines something may have slipped through. Read them, and take a chat out of the file if need be.\n`
  const parts = (Object.keys(SAYS) as DoubtKind[]).flatMap((kind) => {
    const found = doubts.filter((one) => one.kind === kind)
    if (found.length === 0) return []
    const lines = found.map(({ chat, line, text }) => `- ${chat}, line ${line}: ${text.replaceAll('\n', ' / ')}`)
    return [`\n## ${SAYS[kind]} (${found.length})\n\n${lines.join('\n')}\n`]
  })
  return `${head}${parts.join('')}`
}
