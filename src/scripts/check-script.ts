import type { Locale } from '../protocol/index.ts'
import { type Script, ScriptRecord } from './record.ts'
import { parseTemplate } from './template.ts'

/** What is wrong with a script that somebody hands in; `path` starts at the script. */
export interface ScriptFault {
  readonly path: string
  readonly message: string
}

/** Category of scripts that are a store's own words: none of the playbook's. */
export const OWN_CATEGORY = 'C999'

/**
 * Checks a script that is handed in by itself: its fields, its slots, and that there are the topics it names. What it leaves out stands at what suits a store's
 * own words. `script` is absent when there is any fault.
 */
export function checkScript(
  raw: { readonly id: string; readonly locale: Locale },
  topics: ReadonlySet<string>,
): { readonly script?: Script; readonly faults: readonly ScriptFault[] } {
  const { locale, ...record } = raw
  const parsed = ScriptRecord.safeParse({ category: OWN_CATEGORY, tier: 'answer', ...record })
  if (!parsed.success)
    return { faults: parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })) }
  const script: Script = { ...parsed.data, locale }
  const faults = [...unknownTopics(script, topics), ...templateFaults(script)]
  return faults.length > 0 ? { faults } : { script, faults }
}

function unknownTopics({ intents }: Script, topics: ReadonlySet<string>): ScriptFault[] {
  return intents.flatMap((intent, i) =>
    topics.has(intent) ? [] : [{ path: `intents.${i}`, message: `unknown intent "${intent}"` }],
  )
}

function templateFaults({ wordings }: Script): ScriptFault[] {
  return wordings.flatMap((wording, i) =>
    (['open', 'short'] as const).flatMap((form) => {
      try {
        parseTemplate(wording[form])
        return []
      } catch (error) {
        return [{ path: `wordings.${i}.${form}`, message: (error as Error).message }]
      }
    }),
  )
}
