/** One thing that is built for a browser: `npm run build` writes it to `dist/<name>`. */
export interface Target {
  readonly name: string
  /** Files and folders it is made of, relative to the repository; built again when one of them changed. */
  readonly sources: readonly string[]
  /** Writes everything into the empty folder `out`. */
  build(out: string): Promise<void>
}
