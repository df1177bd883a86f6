export interface Progress {
  /** One more step done. */
  readonly tick: () => void
  /** Takes the bar away. */
  readonly done: () => void
}

const WIDTH = 30

/** A bar on standard error while something long runs; silent when nobody watches, so that pipes and logs stay clean. */
export function createProgress(label: string, total: number, out: NodeJS.WriteStream = process.stderr): Progress {
  if (!out.isTTY || total === 0) return { tick: () => {}, done: () => {} }
  let steps = 0
  let shown = -1
  const draw = () => {
    const filled = Math.floor((Math.min(steps, total) / total) * WIDTH)
    if (filled === shown) return
    shown = filled
    out.write(`\r${label} [${'█'.repeat(filled)}${'·'.repeat(WIDTH - filled)}] ${Math.round((filled / WIDTH) * 100)} %`)
  }
  draw()
  return {
    tick() {
      steps += 1
      draw()
    },
    done: () => out.write('\r\u001b[K'),
  }
}
