import { restOf, textJoint } from '../../ui/index.ts'
import { insideOf } from '../content/deep-query.ts'
import { bareText, isTextField, placeCursor, textAround, textIn } from './cursor.ts'
import { techniquesFor } from './techniques.ts'

/** `uncertain`: the box changed, but not into what was meant; it is left alone for the agent to look at. */
export type Inserted = 'inserted' | 'uncertain' | 'refused'

/** How long an editor may take to show what it took in. */
const SHOWN_WITHIN_MS = 400

/**
 * Puts a draft at the cursor of a reply box, beside what the agent typed, and reads it back. Another way is tried only while the box is exactly as it was, so
 * nothing comes twice. Of a reply whose beginning was typed already the rest is put behind it. `isStill` is asked right before each try whether this is the talk that is meant.
 */
export async function insertText(box: HTMLElement, text: string, isStill: () => boolean): Promise<Inserted> {
  const editable = editableIn(box)
  if (!editable || text === '') return 'refused'
  placeCursor(editable)
  // editors hear of a moved cursor in a task of its own
  await pause(0)
  const { before, after } = textAround(editable)
  const rest = restOf(before, text)
  // all of it stands there already
  if (rest === '') return 'inserted'
  const added = rest === text ? textJoint(before, text) + text : rest
  const [old, meant] = [bareText(before + after), bareText(before + added + after)]
  for (const technique of techniquesFor(editable)) {
    if (!isStill()) return 'refused'
    technique(editable, added)
    const now = await shown(editable, old, meant)
    if (now === meant) return 'inserted'
    if (now !== old) return 'uncertain'
  }
  return 'refused'
}

/** What the box says once it says what was meant, or when it had time enough to. */
async function shown(editable: HTMLElement, old: string, meant: string): Promise<string> {
  const until = performance.now() + SHOWN_WITHIN_MS
  for (;;) {
    const now = bareText(textIn(editable))
    if (now === meant || performance.now() > until) return now
    await pause(now === old ? 16 : 30)
  }
}

/** What takes text, in a box that may hold it in a shadow root or a frame of its own. */
export function editableIn(box: Element): HTMLElement | undefined {
  if (isTextField(box)) return box.disabled || box.readOnly ? undefined : box
  const element = box as HTMLElement
  if (element.isContentEditable) return element
  const inside = insideOf(box)
  if (inside instanceof Object && 'designMode' in inside && inside.designMode === 'on') return inside.body
  for (const root of [inside, box]) {
    const found = root?.querySelector('textarea, input[type=text], [contenteditable]:not([contenteditable=false])')
    const editable = found && editableIn(found)
    if (editable) return editable
  }
  return undefined
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
