import { readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import type { Plugin } from 'vite'
import type { Target } from './target.ts'

const ROOT = join(import.meta.dirname, '../src/console')
const UI = join(import.meta.dirname, '../src/ui')
const WORTH_PACKING = /\.(?:js|css|html|svg)$/

/** The panel takes its style sheet as text, for its shadow root. */
const panelStyle: Plugin = {
  name: 'panel-style',
  enforce: 'pre',
  resolveId(source, importer) {
    if (!source.endsWith('.css') || !importer?.startsWith(UI)) return undefined
    return `${join(dirname(importer), source)}?inline`
  },
}

/** Nothing is painted before the program has said which theme was chosen; the policy of the pages forbids saying it in the page itself. */
const themeFirst: Plugin = {
  name: 'theme-first',
  transformIndexHtml: {
    order: 'post',
    handler: (html) => html.replace('<script type="module"', '<script type="module" blocking="render"'),
  },
}

/** The page the gateway serves, and the one that stands beside a conversation in Chatwoot. */
export const consolePages: Target = {
  name: 'console',
  sources: ['src/console', 'src/ui', 'src/sdk', 'src/protocol'],
  async build(out) {
    // a start with nothing to build needs no builder, and does not wait for one
    const { build } = await import('vite')
    await build({
      configFile: false,
      root: ROOT,
      publicDir: false,
      plugins: [panelStyle, themeFirst],
      logLevel: 'warn',
      oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
      build: {
        outDir: out,
        emptyOutDir: false,
        target: 'chrome116',
        // the content security policy takes nothing from data: addresses
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        rolldownOptions: {
          // of the panel's module most pages want only the names: nothing happens by importing it
          treeshake: { moduleSideEffects: [{ test: /\/src\/ui\//, sideEffects: false }] },
          input: ['index.html', 'chatwoot.html'].map((page) => join(ROOT, page)),
        },
      },
    })
    await packBelow(out)
  },
}

/** Every text file also as gzip and brotli, so that the gateway need not pack while it serves. */
async function packBelow(folder: string): Promise<void> {
  for (const name of await readdir(folder, { recursive: true })) {
    if (!WORTH_PACKING.test(name)) continue
    const bytes = await readFile(join(folder, name))
    await writeFile(join(folder, `${name}.gz`), await promisify(gzip)(bytes))
    await writeFile(join(folder, `${name}.br`), await promisify(brotliCompress)(bytes))
  }
}
