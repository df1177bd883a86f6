/** The alternatives a question names: 换大一码还是直接退, a refund or the missing tin sent, 교환해드릴까요, 환불해드릴까요. */
const BETWEEN =
  /[，,、]?(?:还是|或者|或是)|\bor\b|아니면|혹은|또는|(?<=까요|세요|나요|가요),|(?<=[가-힣])(?:과|와|이랑|랑|이나) /
/** Where a sentence breaks: an alternative does not reach over it. */
const BREAK = /[。！？!?；;，,.…~～]/
const CJK = /[\u3400-\u9fff\uac00-\ud7af]/g
const WORD = /[a-z0-9]{2,}/g

const NAMES_FIRST = /第一[个种款]|前面那|前者|\bfirst\b|\bformer\b|첫 ?번째|앞에/
const NAMES_LAST = /第二[个种款]|后面那|后者|\bsecond\b|\blatter\b|두 ?번째|뒤에/

/** The alternatives of an agent's question, in its order; fewer than two when it leaves no choice. */
export function choicesIn(agentText: string): string[] {
  const parts = agentText.toLowerCase().split(BETWEEN)
  if (parts.length < 2) return []
  return parts.map((part, i) => {
    const clauses = part.split(BREAK).filter((clause) => clause.trim() !== '')
    return (i === 0 ? clauses.at(-1) : clauses[0])?.trim() ?? ''
  })
}

/** The alternative that an answer names, by its place or by what it shares with it and not with the others. */
export function chosen(choices: readonly string[], answer: string): string | undefined {
  if (choices.length < 2) return undefined
  if (NAMES_FIRST.test(answer)) return choices[0]
  if (NAMES_LAST.test(answer)) return choices.at(-1)
  const shares = choices.map((choice) => sharedWith(choice, answer, choices))
  const most = Math.max(...shares)
  return most > 0 && shares.filter((share) => share === most).length === 1 ? choices[shares.indexOf(most)] : undefined
}

function sharedWith(choice: string, answer: string, all: readonly string[]): number {
  const others = all.filter((other) => other !== choice)
  const pieces = new Set([...(answer.match(CJK) ?? []), ...(answer.match(WORD) ?? [])])
  return [...pieces].filter((piece) => choice.includes(piece) && !others.some((other) => other.includes(piece))).length
}
