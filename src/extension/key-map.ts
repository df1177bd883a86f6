import { DEFAULT_KEYS, type KeyMap } from '../ui/index.ts'
import type { Hotkeys } from './background/settings.ts'

/** The keys of the panel as an agent chose them; all empty when they are off. */
export function keyMapOf({ insert }: Hotkeys): KeyMap {
  if (insert === 'off') return { insert: '', copy: '', hold: '', search: '', panel: '', fix: '' }
  if (insert === 'Control') return { ...DEFAULT_KEYS, insert: 'Ctrl+{n}' }
  if (insert === 'Alt+Shift') return { ...DEFAULT_KEYS, insert: 'Alt+Shift+{n}', copy: '' }
  return DEFAULT_KEYS
}
