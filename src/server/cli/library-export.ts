import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Command } from 'commander'
import { stringify } from 'yaml'
import { type Locale, Locale as Locales } from '../../protocol/index.ts'
import type { Script } from '../../scripts/index.ts'
import { DEMO } from '../load/packs.ts'
import { type EngineOptions, withEngineOptions } from './engine-options.ts'
import { localeOption } from './locale-option.ts'
import { openEngine } from './open-engine.ts'
import { readEdits } from './read-edits.ts'

interface Options extends EngineOptions {
  readonly store?: string
  readonly locale?: Locale
  readonly out?: string
  readonly json?: boolean
  readonly edited?: boolean
}

/** `huashu library export`: a store's scripts as YAML packs that load again. */
export function addLibraryExport(library: Command): void {
  const command = library
    .command('export')
    .description("write a store's scripts as YAML, to standard output or one pack per language")
    .option('--store <id>', 'the store (default: the demo)')
    .addOption(localeOption('only this language'))
    .option('--out <dir>', 'folder for <locale>/library.yaml')
    .option('--json', 'JSON instead of YAML')
    .option('--edited', "only the store's own words: what it has added or written over, as the database has it")
  withEngineOptions(command).action(run)
}

async function run(options: Options): Promise<void> {
  const all = options.edited ? await readEdits(options.store ?? DEMO) : await shippedScripts(options)
  const locales = options.locale ? [options.locale] : Locales.options
  const packs = locales.flatMap((locale) => {
    const scripts = all.filter((script) => script.locale === locale).map(recordOf)
    return scripts.length > 0 ? [{ locale, scripts }] : []
  })
  const text = (value: unknown) => (options.json ? `${JSON.stringify(value)}\n` : stringify(value, { lineWidth: 0 }))
  if (options.out === undefined) {
    process.stdout.write(options.json ? text(packs) : packs.map(text).join('---\n'))
    return
  }
  for (const pack of packs) {
    const folder = join(options.out, pack.locale)
    await mkdir(folder, { recursive: true })
    const file = join(folder, options.json ? 'library.json' : 'library.yaml')
    await writeFile(file, text(pack))
    process.stdout.write(`${file}: ${pack.scripts.length} scripts\n`)
  }
}

async function shippedScripts(options: Options): Promise<readonly Script[]> {
  const engine = await openEngine(options)
  return engine.shipped(options.store ?? engine.defaultStore).scripts
}

/** The record as a person would write it: what stands at its default is left out. */
function recordOf({ locale: _, ...record }: Script): Partial<Script> {
  return Object.fromEntries(
    Object.entries(record).filter(([, value]) => {
      if (value === undefined || value === '' || value === false) return false
      return typeof value !== 'object' || Object.keys(value).length > 0
    }),
  )
}
