/** Scripts that are written without spaces between sentences: Chinese, and the punctuation of full width. */
const UNSPACED = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u

/** What goes between what is already written and what is inserted after it: a space where sentences have one, else nothing. */
export function textJoint(before: string, text: string): '' | ' ' {
  const last = [...before].at(-1)
  const first = [...text][0]
  if (last === undefined || first === undefined) return ''
  if (/\s/u.test(last) || /^[\s\p{P}]/u.test(first)) return ''
  return UNSPACED.test(last) || UNSPACED.test(first) ? '' : ' '
}

/** What is still to be inserted of a reply whose beginning the agent has typed: all of it when the typed text is another. */
export function restOf(typed: string, text: string): string {
  const line = typed.slice(typed.lastIndexOf('\n') + 1).trimStart()
  return line.length >= 2 && text.startsWith(line) ? text.slice(line.length) : text
}
