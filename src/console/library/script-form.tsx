import type { Tier } from '../../protocol/index.ts'
import { STATES } from '../../ui/index.ts'
import { LANGUAGES } from '../language.ts'
import { Choice } from '../parts/choice.tsx'
import { useWords } from '../session.ts'
import { LIBRARY } from '../words/library.ts'
import type { ScriptDraft } from './draft.ts'
import { WordingsForm } from './wordings-form.tsx'

interface ScriptFormProps {
  readonly draft: ScriptDraft
  readonly change: (draft: ScriptDraft) => void
  readonly isNew: boolean
}

const TIERS = ['answer', 'ask', 'hold', 'close'] as const satisfies readonly (typeof Tier.options)[number][]

export function ScriptForm({ draft, change, isNew }: ScriptFormProps) {
  const words = useWords(LIBRARY)
  const tiers = useWords(STATES)
  return (
    <div class="script-form">
      {isNew && (
        <Choice
          label={words.language}
          value={draft.locale}
          options={LANGUAGES}
          choose={(locale) => change({ ...draft, locale })}
        />
      )}
      <label class="field">
        <span>{words.note}</span>
        <input value={draft.note} onInput={({ currentTarget: { value } }) => change({ ...draft, note: value })} />
      </label>
      <div class="row">
        <Choice
          label={words.tier}
          value={draft.tier}
          options={Object.fromEntries(TIERS.map((tier) => [tier, tiers[tier]]))}
          choose={(tier) => change({ ...draft, tier })}
        />
        <label class="field grows">
          <span>{words.intents}</span>
          <input
            value={draft.intents}
            onInput={({ currentTarget: { value } }) => change({ ...draft, intents: value })}
          />
        </label>
      </div>
      <WordingsForm
        locale={draft.locale}
        wordings={draft.wordings}
        change={(wordings) => change({ ...draft, wordings })}
      />
      <details>
        <summary>{words.rest}</summary>
        <textarea
          class="code"
          rows={8}
          aria-label={words.rest}
          value={draft.rest}
          onInput={({ currentTarget: { value } }) => change({ ...draft, rest: value })}
        />
      </details>
    </div>
  )
}
