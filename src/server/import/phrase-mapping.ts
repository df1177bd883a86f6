import { z } from 'zod'
import { HuashuError } from '../../protocol/index.ts'
import type { PhraseField } from '../../scripts/index.ts'

const FIELDS = ['text', 'code', 'title', 'group', 'language', 'isOff'] as const satisfies readonly PhraseField[]
const Mapping = z.partialRecord(z.enum(FIELDS), z.string())

/** Which column holds which field, as somebody says it; `where` = where they said it. @throws HuashuError `bad_request` */
export function phraseMapping(given: unknown, where: string): Partial<Record<PhraseField, string>> {
  const { success, data } = Mapping.safeParse(given)
  if (success) return data
  throw new HuashuError('bad_request', `${where}: names of columns by ${FIELDS.join(', ')}`)
}
