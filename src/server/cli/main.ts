#!/usr/bin/env node
import { Command } from 'commander'
import { addBackup } from './backup.ts'
import { addCheck } from './check.ts'
import { addEraseShopper } from './erase-shopper.ts'
import { addEval } from './eval.ts'
import { addExportEval } from './export-eval.ts'
import { addExportShopper } from './export-shopper.ts'
import { addImport } from './import.ts'
import { addIngestTry } from './ingest-try.ts'
import { addLibraryExport } from './library-export.ts'
import { addLibraryLint } from './library-lint.ts'
import { addMine } from './mine.ts'
import { addReplay } from './replay.ts'
import { reportFailure } from './report-failure.ts'
import { addRestore } from './restore.ts'
import { addServe } from './serve.ts'
import { addStoreInit } from './store-init.ts'
import { addSuggest } from './suggest.ts'
import { addSupport } from './support.ts'

const program = new Command('huashu').description('Reply suggestions for live store agents').exitOverride()
addServe(program)
addSuggest(program)
addCheck(program)
addEval(program)
addBackup(program)
addRestore(program)
addExportShopper(program)
addEraseShopper(program)
addExportEval(program)
addSupport(program)
addReplay(program)
addImport(program)
addMine(program)
const library = program.command('library').description('the script library')
addLibraryLint(library)
addLibraryExport(library)
addIngestTry(program.command('ingest').description('webhooks of chat platforms'))
addStoreInit(program.command('store').description('stores'))

try {
  await program.parseAsync()
} catch (error) {
  process.exitCode = reportFailure(error)
}
