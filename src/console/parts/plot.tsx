import { useEffect, useRef } from 'preact/hooks'
import uPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'
import '../styles/plot.css'

interface PlotProps {
  /** Says what is to be seen, for those who cannot see it; a table beside the plot has the numbers. */
  readonly label: string
  readonly x: readonly number[]
  readonly lines: readonly {
    readonly label: string
    readonly y: readonly (number | null)[]
    readonly isDashed?: true
  }[]
  /** True = `x` are epoch seconds. */
  readonly isTime?: boolean
  readonly unit: string
  /** Lowest and highest value, where they are known. */
  readonly range?: readonly [number, number]
}

const HEIGHT = 220

/** A line plot in the colours of the page; drawn anew when its width or the page's colours change. */
export function Plot({ label, x, lines, isTime = false, unit, range }: PlotProps) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const node = place.current!
    let plot: uPlot | undefined
    const draw = () => {
      plot?.destroy()
      plot = new uPlot(optionsOf(node), [[...x], ...lines.map(({ y }) => [...y])] as uPlot.AlignedData, node)
    }
    function optionsOf(at: HTMLElement): uPlot.Options {
      const style = getComputedStyle(at)
      const [ink, line, accent, edge] = ['--soft', '--line', '--accent', '--edge'].map((name) => paintOf(at, name))
      const axis = {
        stroke: ink!,
        grid: { stroke: line!, width: 1 },
        ticks: { show: false },
        font: `12px ${style.fontFamily}`,
      }
      return {
        width: Math.max(200, at.clientWidth),
        height: HEIGHT,
        legend: { show: false },
        cursor: { show: false },
        scales: { x: { time: isTime }, y: range ? { range: [...range] } : {} },
        axes: [axis, { ...axis, size: 56, values: (_, ticks) => ticks.map((tick) => `${tick}${unit}`) }],
        series: [
          {},
          ...lines.map(({ label: says, isDashed }) => ({
            label: says,
            stroke: (isDashed ? edge : accent)!,
            width: isDashed ? 1 : 2,
            ...(isDashed ? { dash: [5, 5] } : {}),
            points: { show: !isDashed, size: 6, fill: accent! },
            spanGaps: true,
          })),
        ],
      }
    }
    draw()
    const resized = new ResizeObserver(draw)
    resized.observe(node)
    const scheme = matchMedia('(prefers-color-scheme: dark)')
    scheme.addEventListener('change', draw)
    const themed = new MutationObserver(draw)
    themed.observe(document.documentElement, { attributeFilter: ['data-theme'] })
    return () => {
      resized.disconnect()
      themed.disconnect()
      scheme.removeEventListener('change', draw)
      plot?.destroy()
    }
  }, [x, lines, isTime, unit, range])
  return <div class="plot" role="img" aria-label={label} ref={place} />
}

/** The colour behind a custom property, as a canvas takes it. */
function paintOf(at: HTMLElement, name: string): string {
  const probe = document.createElement('span')
  probe.style.color = `var(${name})`
  at.append(probe)
  const { color } = getComputedStyle(probe)
  probe.remove()
  return color
}
