import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/** The first program of these names in these folders, by default those of the PATH. */
export function onPath(names: readonly string[], folders = (process.env.PATH ?? '').split(delimiter)) {
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(isExecutable)
}

export function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
