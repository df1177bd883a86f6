import type { Locale, ScriptText } from '../../protocol/index.ts'

/** A script as the form holds it: what has fields of its own, and the rest as the JSON somebody types. */
export interface ScriptDraft {
  readonly id: string
  readonly locale: Locale
  readonly note: string
  readonly tier: string
  readonly intents: string
  readonly wordings: readonly { readonly open: string; readonly short: string }[]
  readonly rest: string
}

export const emptyDraft = (locale: Locale): ScriptDraft => ({
  id: '',
  locale,
  note: '',
  tier: 'answer',
  intents: '',
  wordings: [{ open: '', short: '' }],
  rest: '{}',
})

export function draftOf({ id, locale, note, tier, intents, wordings, ...rest }: ScriptText): ScriptDraft {
  return {
    id,
    locale,
    note: note ?? '',
    tier,
    intents: intents.join(', '),
    wordings,
    rest: JSON.stringify(rest, null, 2),
  }
}

/** What is sent; `id` only when there is one. @throws SyntaxError when the rest is no JSON */
export function scriptOf({ id, locale, note, tier, intents, wordings, rest }: ScriptDraft) {
  const others: unknown = JSON.parse(rest.trim() === '' ? '{}' : rest)
  if (typeof others !== 'object' || others === null || Array.isArray(others)) throw new SyntaxError('{ … }')
  return {
    ...others,
    ...(id === '' ? {} : { id }),
    locale,
    note,
    tier,
    intents: intents.split(/[,，、\s]+/).filter((name) => name !== ''),
    wordings: [...wordings],
  }
}
