import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** A hash of all files at and below the paths, names and contents. */
export function printOf(root: string, paths: readonly string[]): string {
  const hash = createHash('sha256')
  for (const path of [...paths].sort()) addTo(hash, root, path)
  return hash.digest('hex')
}

function addTo(hash: ReturnType<typeof createHash>, root: string, path: string): void {
  const at = join(root, path)
  if (statSync(at).isDirectory()) {
    for (const name of readdirSync(at).sort()) addTo(hash, root, `${path}/${name}`)
    return
  }
  hash.update(path).update('\0').update(readFileSync(at)).update('\0')
}
