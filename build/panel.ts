import { join } from 'node:path'
import { build } from 'esbuild'
import type { Target } from './target.ts'

const UI = join(import.meta.dirname, '../src/ui')

/** The panel: one script that makes the element known, as a module or not, and one module for who bundles it. */
export const panel: Target = {
  name: 'panel',
  sources: ['src/ui', 'src/protocol'],
  async build(out) {
    const shared = {
      bundle: true,
      minify: true,
      jsx: 'automatic',
      jsxImportSource: 'preact',
      target: 'chrome116',
      legalComments: 'none',
      charset: 'utf8',
    } as const
    await build({
      ...shared,
      entryPoints: [join(UI, 'main.ts')],
      format: 'iife',
      outfile: join(out, 'huashu-panel.js'),
    })
    await build({
      ...shared,
      entryPoints: [join(UI, 'index.ts')],
      format: 'esm',
      outfile: join(out, 'huashu-panel.mjs'),
    })
  },
}
