import type { SetReport } from './evaluate.ts'
import { figuresOf, share } from './figures.ts'
import type { Report } from './report.ts'
import { WITHHELD_BECAUSE } from './withholding.ts'

/** A table of a report; `says` is what its figures mean. Cells are written the same way wherever the table is shown. */
export interface Table {
  readonly title: string
  readonly says: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** One line for each set of labelled messages. */
export function overviewTable({ sets }: Report): Table {
  return {
    title: 'Intents',
    says: 'Strict: the family read first is the label. Lenient: it is the label or another right one. Top-3: a right one is among the first three. Macro-F1: mean F1 of the families present. ECE: mean distance of confidence and lenient accuracy, 15 bins.',
    head: ['set', 'messages', 'strict', 'lenient', 'top-3', 'macro-F1', 'families', 'ECE'],
    rows: sets.map(({ name, accuracy, macroF1, calibration }) => [
      name,
      String(accuracy.count),
      share(accuracy.strict),
      share(accuracy.lenient),
      share(accuracy.top3),
      share(macroF1.present),
      String(macroF1.families),
      share(calibration.ece),
    ]),
  }
}

/** What is said of one set, but for examples. */
export function setTables(set: SetReport): Table[] {
  return [
    {
      title: 'Figures',
      says: 'Natural: messages drawn at random, which keep real frequencies. The surest: those with the highest confidence. Answered: at or above the threshold.',
      head: ['figure', 'value'],
      rows: figuresOf(set),
    },
    {
      title: 'Per source',
      says: 'Where the messages come from.',
      head: ['source', 'messages', 'strict', 'lenient', 'top-3'],
      rows: set.sources.map(({ source, count, strict, lenient, top3 }) => [
        source,
        String(count),
        share(strict),
        share(lenient),
        share(top3),
      ]),
    },
    {
      title: 'Calibration',
      says: 'Messages by the confidence of the family read first: mean confidence beside the share that is right (lenient).',
      head: ['confidence', 'messages', 'mean', 'right'],
      rows: set.calibration.bins
        .filter(({ count }) => count > 0)
        .map((bin) => [
          `${bin.from.toFixed(2)} to ${bin.to.toFixed(2)}`,
          String(bin.count),
          share(bin.confidence),
          share(bin.lenient),
        ]),
    },
    {
      title: 'Per family',
      says: 'Strict. Support: messages labelled with it. Read: messages read as it.',
      head: ['family', 'support', 'read', 'precision', 'recall', 'F1'],
      rows: set.families
        .filter(({ support, read }) => support + read > 0)
        .map(({ family, support, read, precision, recall, f1 }) => [
          family,
          String(support),
          String(read),
          share(precision),
          share(recall),
          share(f1),
        ]),
    },
    {
      title: 'Worst confusions',
      says: 'Readings that no label excuses, most frequent first.',
      head: ['label', 'read as', 'messages'],
      rows: set.worst.map(({ expected, read, count }) => [expected, read, String(count)]),
    },
  ]
}

/** What is measured beside the intents; tables of which nothing was measured are left out. */
export function furtherTables({
  withheld,
  outOfScope,
  robustness,
  slots,
  continuations,
  bursts,
  manner,
}: Report): Table[] {
  const tables: Table[] = [
    {
      title: 'No answer offered',
      says: 'Share of the shop’s messages (family not other; the natural ones where a set has some) that get no suggestion of tier answer. Unsure: the reading is below the threshold, or little but the topic speaks for the answer. Lacks: an answer needs a fact or slot that is unknown. To reach: at most .12 (zh) and .20 (en) of the natural ones.',
      head: ['set', 'messages', 'natural', 'withheld', 'unsure', 'lacks', 'other'],
      rows: withheld.map((set) => [
        set.name,
        String(set.count),
        set.natural ? 'yes' : 'no',
        share(set.withheld),
        ...WITHHELD_BECAUSE.map((cause) => share(set.because[cause])),
      ]),
    },
    {
      title: 'Messages of other trades',
      says: 'Left out: what shops hear too. No answer: no suggestion of tier answer; to reach: at least .90. Recall: unsure, or read as small talk or other (harmless).',
      head: ['set', 'messages', 'left out', 'no answer', 'recall', 'unsure', 'harmless', 'most often taken for'],
      rows: outOfScope.map((set) => [
        set.name,
        String(set.count),
        String(set.skipped),
        share(set.unanswered),
        share(set.recall),
        share(set.abstained),
        share(set.harmless),
        firstOf(set.taken, ({ family, count }) => `${family} ${count}`),
      ]),
    },
    {
      title: 'Careless writing',
      says: 'Lenient accuracy of the same messages as they are and with one or two slips of one kind, put in by a fixed seed. All kinds: each message counts once, as the mean of its kinds; to reach: a change of at least -.05.',
      head: ['set', 'kind', 'messages', 'clean', 'disturbed', 'change'],
      rows: robustness.flatMap(({ name, kinds, ...all }) =>
        [{ kind: 'all kinds', ...all }, ...kinds].map(({ kind, count, clean, disturbed }) => [
          name,
          kind,
          String(count),
          share(clean),
          share(disturbed),
          share(disturbed - clean),
        ]),
      ),
    },
    {
      title: 'Slot values',
      says: 'Right: slot, value, unit and place. Whole: nothing missed and nothing invented in a message. Mistakes: missed + invented.',
      head: ['set', 'messages', 'precision', 'recall', 'F1', 'whole', 'most mistakes'],
      rows: slots.map((set) => [
        set.name,
        String(set.messages),
        share(set.precision),
        share(set.recall),
        share(set.f1),
        share(set.whole),
        firstOf(
          set.slots.filter(({ missed, invented }) => missed + invented > 0),
          ({ slot, missed, invented }) => `${slot} ${missed}+${invented}`,
        ),
      ]),
    },
    {
      title: 'Bare answers to an agent’s question',
      says: 'First, top-3: a reply to what the question was about leads, or is among the first three. Slots filled: values of the answers that the talk knows afterwards.',
      head: ['set', 'talks', 'first', 'top-3', 'slots filled'],
      rows: continuations.map((set) => [
        set.name,
        String(set.talks),
        share(set.first),
        share(set.top3),
        share(set.slots),
      ]),
    },
    {
      title: 'Bursts',
      says: 'Cut: bursts cut into the right turns. Top-3: turns that were and whose first intent is among the first three families.',
      head: ['set', 'bursts', 'cut', 'top-3'],
      rows: bursts.map((set) => [set.name, String(set.bursts), share(set.cut), share(set.top3)]),
    },
    {
      title: 'Mood and manner',
      says: 'The held-out half. F1, of mood, register and haggling the mean over the labels without the neutral one; buying and customer types as a whole.',
      head: ['set', 'messages', 'mood right', 'mood', 'register', 'haggling', 'buying', 'types'],
      rows: manner.map(({ name, messages, mood, register, haggle, buying, types }) => [
        name,
        String(messages),
        share(mood.accuracy),
        ...[mood.macroF1, register.macroF1, haggle.macroF1, buying.f1, types.f1].map(share),
      ]),
    },
  ]
  return tables.filter(({ rows }) => rows.length > 0)
}

const FIRST = 4

function firstOf<T>(list: readonly T[], write: (item: T) => string): string {
  return list.slice(0, FIRST).map(write).join(', ')
}
