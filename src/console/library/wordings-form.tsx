import type { Locale } from '../../protocol/index.ts'
import { useWords } from '../session.ts'
import { LIBRARY } from '../words/library.ts'
import { filled } from '../words/table.ts'
import type { ScriptDraft } from './draft.ts'
import { WordingCheck } from './wording-check.tsx'

interface WordingsFormProps {
  readonly locale: Locale
  readonly wordings: ScriptDraft['wordings']
  readonly change: (wordings: ScriptDraft['wordings']) => void
}

/** The ways to say it: each long enough to open a talk with, and short. */
export function WordingsForm({ locale, wordings, change }: WordingsFormProps) {
  const words = useWords(LIBRARY)
  const edit = (at: number, part: 'open' | 'short', text: string) =>
    change(wordings.map((wording, i) => (i === at ? { ...wording, [part]: text } : wording)))
  return (
    <>
      <h3>{words.wordings}</h3>
      {wordings.map((wording, at) => (
        <fieldset key={at} class="wording">
          <legend>{filled(words.wording, { n: at + 1 })}</legend>
          {(['open', 'short'] as const).map((part) => (
            <div key={part}>
              <label class="field">
                <span>{words[part]}</span>
                <textarea
                  rows={2}
                  maxLength={5_000}
                  value={wording[part]}
                  onInput={(event) => edit(at, part, event.currentTarget.value)}
                />
              </label>
              <WordingCheck text={wording[part]} locale={locale} />
            </div>
          ))}
          {wordings.length > 1 && (
            <button type="button" class="quiet" onClick={() => change(wordings.filter((_, i) => i !== at))}>
              {words.remove}
            </button>
          )}
        </fieldset>
      ))}
      <button type="button" onClick={() => change([...wordings, { open: '', short: '' }])}>
        + {words.add_wording}
      </button>
    </>
  )
}
