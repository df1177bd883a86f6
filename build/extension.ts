import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type BuildOptions, build } from 'esbuild'
import { zipSync } from 'fflate'
import { readSites } from '../src/server/load/sites.ts'
import { styleText } from './panel.ts'
import type { Target } from './target.ts'

const ROOT = join(import.meta.dirname, '..')
const SOURCE = join(ROOT, 'src/extension')
/** Chrome 116 and what descends from it. */
const CHROME = 'chrome116'

/** The browser extension, unpacked and as `dist/huashu-extension.zip`. */
export const extension: Target = {
  name: 'extension',
  sources: [
    'src/extension',
    'src/ui',
    'src/sdk',
    'src/protocol',
    'src/server/load/sites.ts',
    'data/sites',
    'package.json',
  ],
  async build(out) {
    const shared = {
      bundle: true,
      minify: true,
      target: CHROME,
      jsx: 'automatic',
      jsxImportSource: 'preact',
      plugins: [styleText],
      logLevel: 'warning',
      legalComments: 'none',
      charset: 'utf8',
    } satisfies BuildOptions
    await build({
      ...shared,
      outdir: out,
      format: 'esm',
      entryPoints: {
        background: join(SOURCE, 'background/main.ts'),
        panel: join(SOURCE, 'panel/panel.ts'),
        options: join(SOURCE, 'options/options.ts'),
        popup: join(SOURCE, 'popup/popup.ts'),
      },
    })
    // content scripts are no modules
    await build({
      ...shared,
      outfile: join(out, 'content.js'),
      format: 'iife',
      entryPoints: [join(SOURCE, 'content/main.ts')],
    })
    for (const page of ['panel/panel.html', 'options/options.html', 'popup/popup.html', 'pages.css'])
      await cp(join(SOURCE, page), join(out, page.split('/').at(-1)!))
    for (const folder of ['_locales', 'icons']) await cp(join(SOURCE, folder), join(out, folder), { recursive: true })
    const sites = { format: 1, sites: await readSites(join(ROOT, 'data/sites')) }
    await writeFile(join(out, 'sites.json'), JSON.stringify(sites))
    const { version } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'))
    const manifest = JSON.parse(await readFile(join(SOURCE, 'manifest.json'), 'utf8'))
    await writeFile(join(out, 'manifest.json'), `${JSON.stringify({ ...manifest, version }, null, 2)}\n`)
    await mkdir(join(ROOT, 'dist'), { recursive: true })
    await writeFile(join(ROOT, 'dist/huashu-extension.zip'), await zipOf(out))
  },
}

/** The same bytes for the same files. */
async function zipOf(folder: string): Promise<Uint8Array> {
  const files: Record<string, Uint8Array> = {}
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    files[path.slice(folder.length + 1).replaceAll('\\', '/')] = await readFile(path)
  }
  const ordered = Object.fromEntries(Object.entries(files).sort(([one], [two]) => (one < two ? -1 : 1)))
  return zipSync(ordered, { level: 9, mtime: '2026-01-01' })
}
