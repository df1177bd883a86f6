import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type BuildOptions, build, type Plugin, transform } from 'esbuild'
import type { Target } from './target.ts'

/** As old as the browsers that the extension is for. */
const TARGET = 'chrome116'
const UI = join(import.meta.dirname, '../src/ui')
/** Languages that are fetched when they are spoken; Chinese is built in. */
const BESIDE = ['en', 'ko']

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

/** Languages come from files beside the panel's script instead of being part of it. */
const languagesBeside: Plugin = {
  name: 'languages-beside',
  setup(builder) {
    builder.onResolve({ filter: /\/imported\.ts$/ }, () => ({ path: join(UI, 'words/beside.ts') }))
  },
}

/** The panel: one script that makes the element known, as a module or not, one module for who bundles it, and a file for each further language. */
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
      plugins: [styleText, languagesBeside],
      legalComments: 'none',
      charset: 'utf8',
    } satisfies BuildOptions
    await build({
      ...shared,
      entryPoints: [join(UI, 'main.ts')],
      format: 'iife',
      outfile: join(out, 'huashu-panel.js'),
    })
    await build({
      ...shared,
      entryPoints: [join(UI, 'element.ts')],
      format: 'esm',
      outfile: join(out, 'huashu-panel.mjs'),
    })
    await build({
      ...shared,
      entryPoints: Object.fromEntries(BESIDE.map((locale) => [`panel.${locale}`, join(UI, `words/${locale}.ts`)])),
      format: 'esm',
      outdir: out,
    })
  },
}
