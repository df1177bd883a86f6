import type { Suggestion, Tone } from '../../protocol/index.ts'
import { diffView } from '../diff-view.ts'
import type { List } from '../talk.ts'
import type { Words } from '../words/language.ts'
import type { Ui } from './ui.ts'

const TONES: readonly Tone[] = ['warmer', 'shorter', 'formal', 'apologetic', 'store', 'shopper']
const toneName = (words: Words, tone: Tone) => (tone === 'store' ? words.store_tone : words[tone])

/** A rewording: which tone, the draft as it streams, then what it changes. Nothing of it is used unasked. */
export function Rewording({
  ui,
  list,
  suggestion,
  close,
}: {
  ui: Ui
  list: List
  suggestion: Suggestion
  close: () => void
}) {
  const { desk, words } = ui
  const rewrite = desk.talkOf(list)?.rewrites[suggestion.id]
  const discard = () => {
    desk.cancelRewrite(list, suggestion)
    close()
  }
  return (
    <div class="rewording">
      <fieldset class="chips" aria-label={words.rewrite}>
        {TONES.map((tone) => (
          <button key={tone} type="button" onClick={() => desk.rewrite(list, suggestion, tone)}>
            {toneName(words, tone)}
          </button>
        ))}
      </fieldset>
      {rewrite && (
        <div class={`draft ${rewrite.state}`}>
          <small>{words.draft}</small>
          {rewrite.state === 'failed' ? (
            <p>{rewrite.reason === 'off' ? words.off_rewrite : words.failed_rewrite}</p>
          ) : rewrite.state === 'done' && rewrite.diff ? (
            <p>
              {diffView(rewrite.diff).map(({ op, text }, index) =>
                op === 'add' ? (
                  <ins key={index.toString()}>{text}</ins>
                ) : op === 'remove' ? (
                  <del key={index.toString()}>{text}</del>
                ) : (
                  text
                ),
              )}
            </p>
          ) : (
            <p>
              {rewrite.text}
              <span class="cursor" aria-hidden="true" />
            </p>
          )}
          {rewrite.state === 'done' && rewrite.accepted === false && (
            <p class="warning warn">{words.refused_rewrite}</p>
          )}
          <p class="choice">
            {rewrite.state === 'done' && rewrite.accepted !== false && (
              <button
                type="button"
                class="main"
                onClick={() => {
                  desk.useRewrite(list, suggestion)
                  close()
                }}
              >
                {words.use}
              </button>
            )}
            <button type="button" class="link" onClick={discard}>
              {words.discard}
            </button>
          </p>
        </div>
      )}
    </div>
  )
}
