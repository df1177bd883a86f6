const FIRST_MS = 500
const LONGEST_MS = 10_000

/** A module that the gateway serves, tried until it is there; after each failure `failed` is called, which may throw to end it. */
export async function fetchModule<T>(url: string, failed: () => void): Promise<T> {
  for (let wait = FIRST_MS, tries = 0; ; wait = Math.min(LONGEST_MS, wait * 2), tries += 1) {
    // a browser may remember that a module could not be had
    const module: T | undefined = await import(tries > 0 ? `${url}?${tries}` : url).catch(() => undefined)
    if (module) return module
    failed()
    await new Promise((resolve) => setTimeout(resolve, wait))
  }
}
