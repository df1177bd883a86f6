import type { Normalised } from '../../intents/index.ts'
import type { Disguise } from './data.ts'
import { createRespell } from './respell.ts'
import { createStrip } from './strip.ts'
import { type Unmasked, untouched } from './unmasked.ts'

export { Disguise } from './data.ts'

/** The text as it is meant, or undefined when nothing in it is disguised. */
export type Unmask = (form: Normalised) => Unmasked | undefined

/** Builds the reader of disguised texts from its data. */
export function createUnmask(disguise: Disguise): Unmask {
  const strip = createStrip(disguise)
  const respell = createRespell(disguise)
  return (form) => {
    const plain = strip(form)
    return respell(plain?.text ?? form.text, () => plain ?? untouched(form.text)) ?? plain
  }
}
