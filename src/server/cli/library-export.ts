import { join } from 'node:path'
import { type Command, Option } from 'commander'
import { stringify } from 'yaml'
import { type Locale, Locale as Locales } from '../../protocol/index.ts'
import type { Script } from '../../scripts/index.ts'
import { exportPhrases } from '../import/export-phrases.ts'
import { PHRASE_FORMATS } from '../import/read-phrases.ts'
import { DEMO } from '../load/packs.ts'
import { replaceFile } from '../replace-file.ts'
import { type EngineOptions, withEngineOptions } from './engine-options.ts'
import { localeOption } from './locale-option.ts'
import { openEngine } from './open-engine.ts'
import { readEdits, readOwnScripts } from './read-edits.ts'

interface Options extends EngineOptions {
  readonly store?: string
  readonly locale?: Locale
  readonly out?: string
  readonly json?: boolean
  readonly edited?: boolean
  readonly format?: string
  readonly file?: 'csv' | 'xlsx'
}

/** `huashu library export`: a store's scripts as YAML packs that load again, or its own phrases as a file of another program. */
export function addLibraryExport(library: Command): void {
  const command = library
    .command('export')
    .description("write a store's scripts as YAML, to standard output or one pack per language")
    .option('--store <id>', 'the store (default: the demo)')
    .addOption(localeOption('only this language'))
    .option('--out <dir>', 'folder for <locale>/library.yaml, or for the file of --format')
    .option('--json', 'JSON instead of YAML')
    .addOption(
      new Option('--format <name>', "the store's own phrases as that program reads them, out of the database").choices(
        PHRASE_FORMATS,
      ),
    )
    .addOption(
      new Option('--file <kind>', 'with --format, the kind of a table; without it what the program reads').choices([
        'csv',
        'xlsx',
      ]),
    )
    .option('--edited', "only the store's own words: what it has added or written over, as the database has it")
  withEngineOptions(command).action(run)
}

async function run(options: Options): Promise<void> {
  if (options.format !== undefined) return exportAs(options.format, options)
  const all = options.edited ? await readOwnScripts(options.store ?? DEMO) : await shippedScripts(options)
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
    const file = join(options.out, pack.locale, options.json ? 'library.json' : 'library.yaml')
    await replaceFile(file, text(pack))
    process.stdout.write(`${file}: ${pack.scripts.length} scripts\n`)
  }
}

async function exportAs(format: string, { store = DEMO, file, out }: Options): Promise<void> {
  const { name, bytes } = await exportPhrases(await readEdits(store), format, file)
  if (out === undefined) {
    process.stdout.write(bytes)
    return
  }
  await replaceFile(join(out, name), bytes)
  process.stdout.write(`${join(out, name)}\n`)
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
