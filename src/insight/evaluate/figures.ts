import type { SetReport } from './evaluate.ts'

/** The single figures of a set as reports name them, in reading order. */
export function figuresOf({ natural, abstention, riskCoverage, macroF1 }: SetReport): [name: string, value: string][] {
  return [
    [`macro-F1 over the ${macroF1.families} families present`, share(macroF1.present)],
    ['macro-F1 over all 23', share(macroF1.all)],
    ...(natural
      ? ([
          ['natural messages', String(natural.count)],
          ['natural strict', share(natural.strict)],
          ['natural lenient', share(natural.lenient)],
          ['natural top-3', share(natural.top3)],
          [`natural macro-F1 over the ${natural.macroF1.families} present`, share(natural.macroF1.present)],
        ] as [string, string][])
      : []),
    ...riskCoverage.quoted.map((point): [string, string] => [
      `lenient on the surest ${Math.round(point.coverage * 100)} %`,
      share(point.lenient),
    ]),
    [`answered at confidence ${abstention.threshold}`, share(abstention.coverage)],
    ['strict of the answered', share(abstention.strict)],
    ['lenient of the answered', share(abstention.lenient)],
  ]
}

/** A share as reports print it. */
export function share(value: number): string {
  return value.toFixed(3)
}
