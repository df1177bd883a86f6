import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { z } from 'zod'
import * as protocol from '../src/protocol/index.ts'
import type { Target } from './target.ts'
import { type Schema, typeOfSchema } from './type-of-schema.ts'

const ROOT = join(import.meta.dirname, '..')
const SDK = join(ROOT, 'src/sdk')
const SCHEMAS: Readonly<Record<string, unknown>> = protocol

/** `@huashu/client`: one module without imports, types that need nothing else, and what npm wants to know. */
export const sdk: Target = {
  name: 'sdk',
  sources: ['src/sdk', 'src/protocol', 'LICENSE', 'package.json'],
  async build(out) {
    await build({
      entryPoints: [join(SDK, 'index.ts')],
      outfile: join(out, 'index.js'),
      bundle: true,
      format: 'esm',
      platform: 'neutral',
      target: 'es2022',
    })
    writeTypes(out)
    writeFileSync(join(out, 'package.json'), packageJson())
    cpSync(join(SDK, 'README.md'), join(out, 'README.md'))
    cpSync(join(ROOT, 'LICENSE'), join(out, 'LICENSE'))
  },
}

/** Declarations as the compiler writes them, but for those of the protocol: they are written from its schemas, so that nobody needs zod. */
function writeTypes(out: string): void {
  const types = mkdtempSync(join(out, 'types-'))
  const tsc = join(ROOT, 'node_modules/typescript/bin/tsc')
  execFileSync(process.execPath, [
    tsc,
    ...[
      '--ignoreConfig',
      '--declaration',
      '--emitDeclarationOnly',
      '--strict',
      '--exactOptionalPropertyTypes',
      '--skipLibCheck',
    ],
    ...['--target', 'esnext', '--module', 'nodenext', '--types', 'node', '--allowImportingTsExtensions'],
    ...['--rootDir', join(ROOT, 'src'), '--outDir', types],
    join(SDK, 'index.ts'),
  ])
  for (const name of readdirSync(join(types, 'sdk'))) {
    if (name === 'wire.d.ts') continue
    const text = readFileSync(join(types, 'sdk', name), 'utf8')
    writeFileSync(
      join(out, name),
      text.replaceAll(/(from '\.\/[\w-]+)\.ts'/g, "$1.js'").replaceAll(/(from "\.\/[\w-]+)\.ts"/g, '$1.js"'),
    )
  }
  rmSync(types, { recursive: true })
  writeFileSync(join(out, 'wire.d.ts'), wireTypes())
}

/** What `src/sdk/wire.ts` exports, written out. */
function wireTypes(): string {
  const names = [...readFileSync(join(SDK, 'wire.ts'), 'utf8').matchAll(/^export type (\w+)/gm)].map(
    (match) => match[1]!,
  )
  const written = new Map<string, string>()
  const write = (name: string, schema: z.ZodType) => {
    const { $defs = {}, ...own } = schemaOf(schema)
    for (const [def, shape] of Object.entries($defs)) written.set(def, typeOfSchema(shape))
    // a schema that others refer to stands among the definitions itself
    if (own.$ref === undefined) written.set(name, typeOfSchema(own))
  }
  for (const name of names) {
    if (name === 'ErrorCode')
      written.set(
        name,
        Object.keys(protocol.ERROR_STATUS)
          .map((code) => `'${code}'`)
          .join(' | '),
      )
    else if (name === 'ClientFrame') write(name, z.union(Object.values(protocol.CLIENT_FRAMES)))
    else if (name === 'ServerFrame') write(name, z.union(Object.values(protocol.SERVER_FRAMES)))
    else write(name, SCHEMAS[name] as z.ZodType)
  }
  const lines = [...written].map(
    ([name, type]) => `${names.includes(name) ? 'export ' : 'declare '}type ${name} = ${type}`,
  )
  return `// The wire, written from its schemas.\n${lines.join('\n')}\nexport {}\n`
}

/** As a client writes it. */
function schemaOf(schema: z.ZodType): Schema {
  // the schema asked for stands at the top, even when it has a name
  return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema
}

function packageJson(): string {
  const { version, license } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
  const about = {
    name: '@huashu/client',
    version,
    description:
      'Typed REST and stream client of Huashu, reply suggestions for live store agents. No dependencies; browsers and Node 20.',
    license,
    type: 'module',
    sideEffects: false,
    engines: { node: '>=20' },
    exports: { '.': { types: './index.d.ts', default: './index.js' } },
    types: './index.d.ts',
  }
  return `${JSON.stringify(about, undefined, 2)}\n`
}
