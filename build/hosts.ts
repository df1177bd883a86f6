import { join } from 'node:path'
import { build } from 'esbuild'
import type { Target } from './target.ts'

/** What a page needs that a desk's own program shows beside its chat: one module, for plug-ins of 千牛 and the like. */
export const hosts: Target = {
  name: 'hosts',
  sources: ['src/ui/hosts', 'src/ui/source.ts'],
  async build(out) {
    await build({
      entryPoints: [join(import.meta.dirname, '../src/ui/hosts/index.ts')],
      outfile: join(out, 'index.js'),
      bundle: true,
      minify: true,
      format: 'esm',
      platform: 'neutral',
      target: 'es2022',
    })
  },
}
