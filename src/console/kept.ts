/** What the browser keeps for this page; one that keeps nothing (a frame, private browsing) forgets, and that is all. */
export function kept(area: 'local' | 'session', name: string) {
  const store = () => (area === 'local' ? localStorage : sessionStorage)
  return {
    read(): string | undefined {
      try {
        return store().getItem(name) ?? undefined
      } catch {
        return undefined
      }
    },
    write(value: string | undefined): void {
      try {
        if (value === undefined) store().removeItem(name)
        else store().setItem(name, value)
      } catch {
        // nothing is kept
      }
    },
  }
}
