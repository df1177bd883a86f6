/**
 * The part of an amount that a share like 0.98 leaves to pay: whole fen, rounded in the shopper's favour. Thousandths keep the product of
 * two decimals exact.
 */
export function shareOf(fen: number, share: number): number {
  return Math.floor((fen * Math.round(share * 1000)) / 1000)
}
