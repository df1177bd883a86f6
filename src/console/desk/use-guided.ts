import { useEffect, useRef } from 'preact/hooks'
import type { OrderStatus } from '../../protocol/index.ts'
import type { GuideStep } from '../words/guide.ts'
import { type Circumstances, PLAIN } from './circumstances.ts'
import type { Product } from './circumstances-form.tsx'
import type { Talk } from './use-talk.ts'

const LETTER_MS = 55

/** Plays a step of the tour in a talk: the agent's click, a new beginning, then the shopper's typing. `played` is called when all is typed. */
export function useGuided(
  step: GuideStep | undefined,
  talk: Talk,
  setCircumstances: (value: Circumstances) => void,
  products: readonly Product[],
  played: () => void,
): void {
  const now = useRef(talk)
  now.current = talk
  useEffect(() => {
    if (!step) return
    const { picks, fresh, types, order = '' } = step
    if (fresh) {
      now.current.reset()
      setCircumstances({ ...PLAIN, product: products[0]?.id ?? '', order: order as OrderStatus | '' })
    }
    const first = now.current.answer?.suggestions[0]
    if (picks && first) now.current.pick(first)
    if (types === undefined) return played()
    const letters = [...types]
    let shown = matchMedia('(prefers-reduced-motion: reduce)').matches ? letters.length - 1 : 0
    const timer = setInterval(() => {
      shown += 1
      now.current.type(letters.slice(0, shown).join(''))
      if (shown < letters.length) return
      clearInterval(timer)
      played()
    }, LETTER_MS)
    return () => clearInterval(timer)
  }, [step])
}
