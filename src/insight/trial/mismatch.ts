/**
 * Whether the arms of a trial get as many conversations as they should: else something but chance decides who sees what, and no comparison is worth anything. A
 * Dirichlet-multinomial mixture against equal shares, an e-process: it may be looked at after every conversation.
 *
 * M. Lindon, A. Malek: Anytime-valid inference for multinomial count data. NeurIPS 2022, arXiv 2011.03567.
 */
export interface SavedMismatch {
  /** The logarithm of what was gained against equal shares; beyond the threshold it stays there. */
  readonly log: number
  readonly isFound: boolean
}

export const EVEN: SavedMismatch = { log: 0, isFound: false }

/** A false alarm stops a good trial: once in a thousand at the most. */
const ALPHA = 0.001
/** How sure the mixture is of equal shares, in conversations per arm. */
const CONCENTRATION = 50

/** After one more conversation in `arm`; `counts` are those before. */
export function withConversation(
  { log, isFound }: SavedMismatch,
  counts: readonly number[],
  arm: number,
): SavedMismatch {
  const arms = counts.length
  const all = counts.reduce((sum, count) => sum + count, 0)
  const share = (CONCENTRATION + counts[arm]!) / (CONCENTRATION * arms + all)
  const next = log + Math.log(share * arms)
  return { log: next, isFound: isFound || next >= -Math.log(ALPHA) }
}
