import { existsSync, readFileSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { consolePages } from './console.ts'
import { extension } from './extension.ts'
import { hosts } from './hosts.ts'
import { panel } from './panel.ts'
import { printOf } from './print-of.ts'
import { sdk } from './sdk.ts'
import type { Target } from './target.ts'

const ROOT = join(import.meta.dirname, '..')
/** What is built for browsers. The server itself runs from its sources. */
const TARGETS: readonly Target[] = [sdk, panel, hosts, extension, consolePages]

/** Builds the named targets, or all, where their sources changed since; `node build/main.ts [name…]`. */
await Promise.all(chosen(process.argv.slice(2)).map(buildChanged))

async function buildChanged(target: Target): Promise<void> {
  const out = join(ROOT, 'dist', target.name)
  const stamp = `${out}.print`
  const print = printOf(ROOT, [...target.sources, 'build', 'package-lock.json'])
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === print) return
  // an interrupted build leaves no stamp, and so is made again
  await rm(stamp, { force: true })
  await rm(out, { recursive: true, force: true })
  await mkdir(out, { recursive: true })
  await target.build(out)
  await writeFile(stamp, print)
  console.log(`built dist/${target.name}`)
}

function chosen(names: readonly string[]): readonly Target[] {
  const unknown = names.filter((name) => !TARGETS.some((target) => target.name === name))
  if (unknown.length > 0)
    throw new Error(`no such target: ${unknown.join(', ')}; there are ${TARGETS.map(({ name }) => name).join(', ')}`)
  return names.length === 0 ? TARGETS : TARGETS.filter(({ name }) => names.includes(name))
}
