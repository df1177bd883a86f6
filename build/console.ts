import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import type { Target } from './target.ts'

const ROOT = join(import.meta.dirname, '../src/console')
const WORTH_PACKING = /\.(?:js|css|html|svg)$/

/** The page the gateway serves, and the one that stands beside a conversation in Chatwoot. */
export const consolePages: Target = {
  name: 'console',
  sources: ['src/console', 'src/ui', 'src/protocol'],
  async build(out) {
    // a start with nothing to build needs no builder, and does not wait for one
    const { build } = await import('vite')
    await build({
      configFile: false,
      root: ROOT,
      publicDir: false,
      logLevel: 'warn',
      oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
      build: {
        outDir: out,
        emptyOutDir: false,
        target: 'chrome116',
        // the content security policy takes nothing from data: addresses
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        rolldownOptions: { input: ['index.html', 'chatwoot.html'].map((page) => join(ROOT, page)) },
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
