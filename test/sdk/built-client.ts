import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { temporaryFolder } from '../server/gateway-under-test.ts'

const ROOT = join(import.meta.dirname, '../..')

/** A new folder in which `@huashu/client` is installed as it would be published, and nothing else. */
export function folderWithClient(): string {
  execFileSync(process.execPath, [join(ROOT, 'build/main.ts'), 'sdk'])
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'node_modules/@huashu'), { recursive: true })
  cpSync(join(ROOT, 'dist/sdk'), join(folder, 'node_modules/@huashu/client'), { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
  return folder
}

/** The programs of the README by file name, asking `url`. */
export function readmeExamples(url: string): Map<string, string> {
  const readme = readFileSync(join(ROOT, 'src/sdk/README.md'), 'utf8')
  const blocks = readme.matchAll(/```js (\S+)\n([\s\S]*?)```/g)
  return new Map([...blocks].map(([, name, code]) => [name!, code!.replaceAll('http://localhost:8080', url)]))
}

/** Runs a program and gives what it prints. @throws Error with what it complains of */
export async function run(folder: string, name: string, env: NodeJS.ProcessEnv = {}): Promise<string> {
  const child = spawn(process.execPath, [name], { cwd: folder, env: { ...process.env, ...env } })
  let said = ''
  let complained = ''
  child.stdout.setEncoding('utf8').on('data', (text) => {
    said += text
  })
  child.stderr.setEncoding('utf8').on('data', (text) => {
    complained += text
  })
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`${name} ended with ${code}: ${complained}`)
  return said
}
