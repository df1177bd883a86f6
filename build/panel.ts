import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type BuildOptions, build, type Plugin, transform } from 'esbuild'
import type { Target } from './target.ts'

/** As old as the browsers that the extension is for. */
const TARGET = 'chrome116'
const UI = join(import.meta.dirname, '../src/ui')

/** Long names that only the panel's own classes call each other by. */
const OWN =
  /^(?:readSlotNames|readProducts|slotNames|isDrawing|toHold|beginSearch|isAgents|inHand|tellShown|searchHold|openOne|talkOf|meantAt|dismissNudge|insertNudge|cancelRewrite|useRewrite|holdCurrent|isForeign|isFresh|hasNews|copyPlace|fixFirst|pickHold|pickHit)$/

/** A style sheet that a script imports as text. */
export const styleText: Plugin = {
  name: 'style-text',
  setup(builder) {
    builder.onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { code } = await transform(await readFile(path, 'utf8'), { loader: 'css', minify: true, target: TARGET })
      return { contents: code, loader: 'text' }
    })
  },
}

/** The panel: one script that makes the element known, as a module or not, and one module for who bundles it. */
export const panel: Target = {
  name: 'panel',
  sources: ['src/ui', 'src/sdk', 'src/protocol'],
  async build(out) {
    const shared = {
      bundle: true,
      minify: true,
      jsx: 'automatic',
      jsxImportSource: 'preact',
      target: TARGET,
      plugins: [styleText],
      legalComments: 'none',
      charset: 'utf8',
      mangleProps: OWN,
    } satisfies BuildOptions
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
