import type { News } from '../ports.ts'

/** Of a single process: nobody else is there to hear or tell. */
export function createMemoryNews(): News {
  return { announce: () => undefined, listen: () => undefined }
}
