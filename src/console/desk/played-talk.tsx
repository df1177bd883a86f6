import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { ErrorNote } from '../parts/error-note.tsx'
import { Meaning } from '../parts/meaning.tsx'
import { SuggestionCard } from '../parts/suggestion-card.tsx'
import { useSession, useWords } from '../session.ts'
import { ANSWER } from '../words/answer.ts'
import { DESK, SAMPLES } from '../words/desk.ts'
import type { GuideStep } from '../words/guide.ts'
import { type Circumstances, PLAIN } from './circumstances.ts'
import { CircumstancesForm, type Product } from './circumstances-form.tsx'
import { useGuided } from './use-guided.ts'
import { useTalk } from './use-talk.ts'

interface PlayedTalkProps {
  readonly number: number
  readonly products: readonly Product[]
  /** What the tour does in this talk now. */
  readonly step?: GuideStep | undefined
  /** Called when the step has been played. */
  readonly played: () => void
  readonly corner?: ComponentChildren
}

/** A conversation in which the reader plays the shopper; a click on a suggestion plays the agent. */
export function PlayedTalk({ number, products, step, played, corner }: PlayedTalkProps) {
  const { language, slotName } = useSession()
  const words = useWords(DESK)
  const answerWords = useWords(ANSWER)
  const [circumstances, setCircumstances] = useState<Circumstances>(PLAIN)
  const talk = useTalk(circumstances)
  const log = useRef<HTMLDivElement>(null)
  const { lines, typed, answer, error } = talk
  useGuided(step, talk, setCircumstances, products, played)

  useEffect(() => {
    log.current?.scrollTo(0, log.current.scrollHeight)
  }, [lines])

  return (
    <section class="talk card" aria-label={`${words.talk} ${number}`}>
      <header class="talk-head">
        <h2>
          {words.talk} {number}
        </h2>
        <CircumstancesForm value={circumstances} change={setCircumstances} products={products} />
        {corner}
      </header>
      <div class="chat">
        <h3>{words.chat}</h3>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard */}
        <div class="log" role="log" aria-label={words.chat} tabIndex={0} ref={log}>
          {lines.map(({ role, text }, i) => (
            <p key={i} class={role}>
              {text}
            </p>
          ))}
        </div>
        {lines.length === 0 && typed === '' && (
          <div class="samples">
            {SAMPLES[language].map((text) => (
              <button key={text} type="button" class="quiet" onClick={() => talk.say(text)}>
                {text}
              </button>
            ))}
          </div>
        )}
        <form
          class="shopper-line"
          autocomplete="off"
          onSubmit={(event) => {
            event.preventDefault()
            talk.send()
          }}
        >
          <input
            class="text"
            aria-label={words.type}
            placeholder={words.type}
            maxLength={5_000}
            value={typed}
            onInput={(event) => talk.type(event.currentTarget.value)}
          />
          <button type="submit" class="main">
            {words.send}
          </button>
          <button type="button" class="quiet reset" onClick={talk.reset}>
            {words.reset}
          </button>
        </form>
      </div>
      <div class="answers">
        <h3>
          {words.suggestions}
          <output class="timing">{answer ? `${answerWords.took} ${answer.timings.totalMs.toFixed(2)} ms` : ''}</output>
        </h3>
        <ErrorNote error={error} />
        <ol class="suggestions" aria-live="polite">
          {answer?.suggestions.map((suggestion) => (
            <SuggestionCard
              key={suggestion.id}
              suggestion={suggestion}
              language={language}
              slotName={slotName}
              pick={talk.pick}
            />
          ))}
          {!answer && <li class="none">{words.nothing}</li>}
          {answer?.suggestions.length === 0 && (
            <li class="none">{answer.paused ? answerWords.paused : answerWords.no_suggestion}</li>
          )}
        </ol>
        {answer ? (
          <Meaning answer={answer} language={language} slotName={slotName} />
        ) : (
          <p class="soft">{words.hint}</p>
        )}
      </div>
    </section>
  )
}
