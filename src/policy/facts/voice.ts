import type { Locale } from '../../protocol/index.ts'
import type { Particle } from '../store/persona-policy.ts'
import type { Knowledge } from './knowledge.ts'

/** How a store words what its scripts say, in one language. What is absent leaves them as they are written. */
export interface Voice {
  readonly locale: Locale
  /** The Chinese particles that are said, first choice first. */
  readonly particles?: readonly Particle[] | undefined
  readonly formality?: 'casual' | 'formal' | undefined
  /** Smiles in the short form where the opening form has one. */
  readonly isLively: boolean
  readonly isSlangAvoided: boolean
}

/** The same voice is the same object, so that what is worked out for it can be kept. There are as many as stores have ways to speak. */
const KNOWN = new Map<string, Voice>()

/** The voice for this shopper's language and channel; undefined when scripts are said as they are written. */
export function voiceOf(know: Knowledge): Voice | undefined {
  const { persona } = know.store
  const settled = know.settle(persona.formality)
  const formality = settled === 'neutral' ? undefined : settled
  const isFormal = formality === 'formal'
  const particles =
    know.locale === 'zh' ? (know.settle(persona.particles) ?? (isFormal ? FORMAL : undefined)) : undefined
  const isLively = know.settle(persona.emoji) === 'rich'
  const isSlangAvoided = know.settle(persona.slang) === false
  if (particles === undefined && formality === undefined && !isLively && !isSlangAvoided) return undefined
  const key = `${know.locale} ${particles?.join('') ?? '-'} ${formality} ${isLively} ${isSlangAvoided}`
  const known = KNOWN.get(key) ?? { locale: know.locale, particles, formality, isLively, isSlangAvoided }
  KNOWN.set(key, known)
  return known
}

const FORMAL: readonly Particle[] = ['呢']
