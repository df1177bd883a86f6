import type { FamilyScore } from './by-family.ts'
import type { Calibration } from './calibration.ts'
import type { Confusion } from './confusion.ts'
import { escapeHtml } from './escape-html.ts'
import type { CoveragePoint } from './risk-coverage.ts'

// Inline SVG drawings of a set's figures. Colours are classes and custom properties of the page, so that they follow its dark and light looks.

const SIZE = 300
const PAD = 40
const INNER = SIZE - PAD - 12

const x = (share: number) => round(PAD + share * INNER)
const y = (share: number) => round(SIZE - PAD - share * INNER)

/** Lenient accuracy over coverage; the accuracy axis runs from 0 to 1. */
export function riskCoveragePlot(curve: readonly CoveragePoint[]): string {
  const line = curve.map((point) => `${x(point.coverage)},${y(point.lenient)}`).join(' ')
  return chart(
    'Lenient accuracy over coverage',
    'coverage',
    'lenient accuracy',
    `<polyline class="line" points="${line}"/>`,
  )
}

/** Reliability diagram: a bar per bin as high as its accuracy, a dot at its mean confidence; the diagonal is perfect calibration. */
export function reliabilityPlot({ bins }: Calibration): string {
  const bars = bins
    .filter((bin) => bin.count > 0)
    .map((bin) => {
      const left = x(bin.from)
      const title = `<title>${bin.count} messages, confidence ${bin.confidence.toFixed(3)}, lenient ${bin.lenient.toFixed(3)}</title>`
      const bar = `<rect class="bar" x="${left}" y="${y(bin.lenient)}" width="${round(x(bin.to) - left - 1)}" height="${round(y(0) - y(bin.lenient))}"/>`
      return `<g>${title}${bar}<circle class="dot" cx="${x(bin.confidence)}" cy="${y(bin.lenient)}" r="3"/></g>`
    })
  const diagonal = `<line class="ideal" x1="${x(0)}" y1="${y(0)}" x2="${x(1)}" y2="${y(1)}"/>`
  return chart('Reliability of the confidence', 'confidence', 'lenient accuracy', bars.join('') + diagonal)
}

function chart(name: string, across: string, up: string, marks: string): string {
  const ticks = [0, 0.25, 0.5, 0.75, 1]
  const grid = ticks.map(
    (tick) =>
      `<line class="grid" x1="${x(0)}" y1="${y(tick)}" x2="${x(1)}" y2="${y(tick)}"/>` +
      `<text x="${x(0) - 6}" y="${y(tick) + 4}" text-anchor="end">${tick}</text>` +
      `<text x="${x(tick)}" y="${y(0) + 16}" text-anchor="middle">${tick}</text>`,
  )
  const names =
    `<text x="${x(0.5)}" y="${SIZE - 6}" text-anchor="middle">${across}</text>` +
    `<text transform="rotate(-90)" x="${-y(0.5)}" y="11" text-anchor="middle">${up}</text>`
  return `<svg role="img" aria-label="${name}" viewBox="0 0 ${SIZE} ${SIZE}" width="${SIZE}" height="${SIZE}">${grid.join('')}${names}${marks}</svg>`
}

const ROW = 18
const LABEL = 150

/** F1 per family, worst first, with precision and recall in the tooltip. */
export function familyBars(families: readonly FamilyScore[]): string {
  const present = families.filter((family) => family.support > 0).sort((a, b) => a.f1 - b.f1)
  const width = LABEL + 300
  const rows = present.map((family, i) => {
    const top = i * ROW
    const title = `<title>precision ${family.precision.toFixed(3)}, recall ${family.recall.toFixed(3)}, ${family.support} messages</title>`
    const label = `<text x="${LABEL - 6}" y="${top + 13}" text-anchor="end">${family.family}</text>`
    const bar = `<rect class="bar" x="${LABEL}" y="${top + 2}" width="${round(family.f1 * 240)}" height="${ROW - 4}"/>`
    return `<g>${title}${label}${bar}<text x="${round(LABEL + family.f1 * 240 + 5)}" y="${top + 13}">${family.f1.toFixed(2)}</text></g>`
  })
  const height = present.length * ROW
  return `<svg role="img" aria-label="F1 per family" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${rows.join('')}</svg>`
}

const CELL = 22

/** Labels down, readings across; the tint is the share of the label's messages. */
export function confusionPlot({ labels, counts }: Confusion): string {
  const rows = counts.flatMap((row, i) => (row.some((count) => count > 0) ? [i] : []))
  const columns = labels.flatMap((_, j) => (counts.some((row) => row[j]! > 0) ? [j] : []))
  const left = LABEL
  const top = 130
  const down = rows.map(
    (i, r) => `<text x="${left - 6}" y="${top + r * CELL + 15}" text-anchor="end">${escapeHtml(labels[i]!)}</text>`,
  )
  const across = columns.map((j, c) => {
    const at = `${left + c * CELL + 14},${top - 6}`
    return `<text transform="translate(${at}) rotate(-60)">${escapeHtml(labels[j]!)}</text>`
  })
  const cells = rows.flatMap((i, r) => {
    const total = counts[i]!.reduce((sum, count) => sum + count, 0)
    return columns.flatMap((j, c) => {
      const count = counts[i]![j]!
      if (count === 0) return []
      const box = `x="${left + c * CELL}" y="${top + r * CELL}" width="${CELL - 1}" height="${CELL - 1}"`
      const tint = `<rect class="${i === j ? 'hit' : 'miss'}" ${box} fill-opacity="${round(0.15 + (0.85 * count) / total)}"/>`
      const number = `<text x="${left + c * CELL + 10.5}" y="${top + r * CELL + 15}" text-anchor="middle">${count}</text>`
      return [
        `<g><title>${escapeHtml(labels[i]!)} read as ${escapeHtml(labels[j]!)}: ${count} of ${total}</title>${tint}${number}</g>`,
      ]
    })
  })
  const width = left + columns.length * CELL + 90
  const height = top + rows.length * CELL + 4
  const marks = [...down, ...across, ...cells].join('')
  return `<svg role="img" aria-label="Confusion matrix" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${marks}</svg>`
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
