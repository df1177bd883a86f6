export interface DiffPiece {
  readonly op: 'same' | 'add' | 'remove'
  readonly text: string
}

/** A diff as it is shown: neighbours of one kind joined, empty pieces left out, what goes before what comes. */
export function diffView(diff: readonly DiffPiece[]): DiffPiece[] {
  const view: DiffPiece[] = []
  let gone = ''
  let come = ''
  const flush = () => {
    if (gone !== '') view.push({ op: 'remove', text: gone })
    if (come !== '') view.push({ op: 'add', text: come })
    gone = ''
    come = ''
  }
  for (const { op, text } of diff) {
    if (op === 'remove') gone += text
    else if (op === 'add') come += text
    else if (text !== '') {
      flush()
      const last = view.at(-1)
      if (last?.op === 'same') view[view.length - 1] = { op, text: last.text + text }
      else view.push({ op, text })
    }
  }
  flush()
  return view
}
