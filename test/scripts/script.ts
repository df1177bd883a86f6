import type { z } from 'zod'
import type { SlotName } from '../../src/intents/index.ts'
import type { Fact, FactSource } from '../../src/policy/index.ts'
import type { Locale } from '../../src/protocol/index.ts'
import { type Script, ScriptRecord } from '../../src/scripts/index.ts'

type Fields = Partial<z.input<typeof ScriptRecord>> & { id: string; text?: string; locale?: Locale }

/** A checked script from the few fields a test is about; `text` is both forms of its one wording. */
export function script({ text, locale = 'zh', ...fields }: Fields): Script {
  const words = text ?? `${fields.id}好`
  const record = ScriptRecord.parse({
    category: 'C01',
    intents: ['greeting.hello'],
    tier: 'answer',
    wordings: [{ open: words, short: words }],
    ...fields,
  })
  return { ...record, locale }
}

/** Facts from a table of texts; an empty text is a voice word left out or a switch. */
export function factTable(
  table: Partial<Record<SlotName, string | { text: string; value: Fact['value'] }>>,
): FactSource {
  const get = (name: SlotName): Fact | undefined => {
    const known = table[name]
    if (known === undefined) return undefined
    return typeof known === 'string' ? { text: known, value: known, source: 'policy' } : { ...known, source: 'policy' }
  }
  return { get, missing: () => [], used: () => new Map() }
}
