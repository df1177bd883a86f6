import {
  type Lookup,
  lookUp,
  mayBePinyin,
  type Shelf,
  type Spell,
  type SpelledShelf,
  spellShelf,
} from '../../scripts/index.ts'
import { createPatientPauses } from '../in-slices.ts'

/**
 * Looks Chinese scripts up by their pinyin, too. Tables and shelves are read and spelled when somebody types letters for the first time, between the turns of
 * live conversations; until then, and for a shelf that has just been changed, letters find what they find without.
 */
export function createPinyinLookup(load: () => Promise<Spell> = loadSpell): Lookup {
  const spelled = new WeakMap<Shelf, SpelledShelf>()
  const coming = new WeakMap<Shelf, Promise<void>>()

  function prepare(shelf: Shelf): Promise<void> {
    const known = coming.get(shelf)
    if (known) return known
    const made = spellInSlices(shelf, load).then(
      (done) => void spelled.set(shelf, done),
      (error) => {
        // tried again with the next search
        coming.delete(shelf)
        throw error
      },
    )
    coming.set(shelf, made)
    return made
  }

  const isSpelled = ({ entries: [first] }: Shelf) => first?.script.locale === 'zh'

  return {
    find(shelf, typed, limit) {
      if (!isSpelled(shelf) || !mayBePinyin(typed)) return lookUp(shelf, typed, limit)
      const letters = spelled.get(shelf)
      // who waits for it hears what is wrong
      if (!letters) prepare(shelf).catch(() => undefined)
      return lookUp(shelf, typed, limit, letters)
    },
    async ready(shelf, typed) {
      if (isSpelled(shelf) && mayBePinyin(typed)) await prepare(shelf)
    },
  }
}

async function spellInSlices(shelf: Shelf, load: () => Promise<Spell>): Promise<SpelledShelf> {
  const pause = createPatientPauses()
  const steps = spellShelf(shelf, await load())
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    await pause()
  }
}

async function loadSpell(): Promise<Spell> {
  const { pinyin } = await import('pinyin-pro')
  return (text) => pinyin(text, { toneType: 'none', type: 'array', nonZh: 'removed', v: true })
}
