const SLOT = /\{\{\s*([\w.]+)\s*(?:\|([^}]*))?\}\}/g

/** A wording as a shopper might get it: slots with their fallback, the store's voice, or in brackets what will stand there. */
export function previewOf(
  wording: string,
  known: Readonly<Record<string, string>>,
  slotName: (slot: string) => string,
) {
  return wording.replace(
    SLOT,
    (_, name: string, fallback?: string) => known[name] ?? fallback ?? `〔${slotName(name)}〕`,
  )
}
