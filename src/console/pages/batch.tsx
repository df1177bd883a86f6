import { useMemo, useState } from 'preact/hooks'
import { FAMILIES } from '../../ui/index.ts'
import { batchCsv } from '../batch/batch-csv.ts'
import { readMessages } from '../batch/read-messages.ts'
import { type BatchAnswer, runBatch } from '../batch/run-batch.ts'
import { CHANNELS } from '../desk/circumstances.ts'
import { downloadText } from '../download-text.ts'
import { Choice } from '../parts/choice.tsx'
import { ErrorNote } from '../parts/error-note.tsx'
import { RunBar } from '../parts/run-bar.tsx'
import { Scrolls } from '../parts/scrolls.tsx'
import { TextSource } from '../parts/text-source.tsx'
import { useSession, useWords } from '../session.ts'
import { useRun } from '../use-run.ts'
import { DESK } from '../words/desk.ts'
import { RUN } from '../words/run.ts'
import { SHELL } from '../words/shell.ts'
import { filled } from '../words/table.ts'
import '../styles/run.css'

/** Rows that are drawn; the file has them all. */
const DRAWN = 500

/** Many messages at once: what would be suggested for each. */
export default function Batch() {
  const { language, store } = useSession()
  const words = useWords(RUN)
  const desk = useWords(DESK)
  const shell = useWords(SHELL)
  const [source, setSource] = useState({ text: '', name: '' })
  const [channel, setChannel] = useState<string>(CHANNELS[0])
  const [answers, setAnswers] = useState<readonly BatchAnswer[]>([])
  const run = useRun()
  const { messages, bad } = useMemo(() => readMessages(source.text, source.name), [source])

  function start() {
    setAnswers([])
    const every = { store: store?.id, channel, uiLocale: language, limit: 3 }
    run.start((signal) => runBatch(messages, every, (more) => setAnswers((before) => [...before, ...more]), signal))
  }

  return (
    <>
      <h1>{shell.batch}</h1>
      <section class="card run">
        <p class="soft">{words.batch_says}</p>
        <TextSource
          text={source.text}
          change={(text, name) => {
            run.stop()
            setAnswers([])
            setSource({ text, name })
          }}
          accept=".txt,.csv,.jsonl,.ndjson"
          placeholder={words.batch_paste}
        />
        {bad.length > 0 && <p class="problem">{filled(words.bad, { lines: bad.slice(0, 20).join(', ') })}</p>}
        <RunBar run={run} start={start} canStart={messages.length > 0} of={messages.length} done={answers.length}>
          <Choice
            label={words.channel}
            value={channel}
            options={Object.fromEntries(CHANNELS.map((one) => [one, desk[`channel_${one}`]]))}
            choose={setChannel}
          />
          {answers.length > 0 && (
            <button
              type="button"
              onClick={() => downloadText(batchCsv(messages, answers), 'suggestions.csv', 'text/csv')}
            >
              {words.csv}
            </button>
          )}
        </RunBar>
        <ErrorNote error={run.error} again={start} />
      </section>
      {answers.length > 0 && (
        <section class="card">
          <Scrolls label={shell.batch}>
            <table class="batch">
              <thead>
                <tr>
                  <th scope="col">{words.message}</th>
                  <th scope="col">{words.intent}</th>
                  <th scope="col">{words.replies}</th>
                </tr>
              </thead>
              <tbody>
                {answers.slice(0, DRAWN).map((answer, i) => (
                  <tr key={`${i} ${messages[i]?.text}`}>
                    <th scope="row">{messages[i]?.text}</th>
                    {'error' in answer ? (
                      <td colSpan={2} class="problem">
                        {answer.error.message}
                      </td>
                    ) : (
                      <>
                        <td>
                          {answer.intents[0] &&
                            (FAMILIES[language][answer.intents[0].family] ?? answer.intents[0].name)}{' '}
                          <small>{answer.intents[0] && `${Math.round(answer.intents[0].confidence * 100)}%`}</small>
                        </td>
                        <td>
                          <ol class="replies">
                            {answer.suggestions.map(({ id, text }) => (
                              <li key={id}>{text}</li>
                            ))}
                          </ol>
                        </td>
                      </>
                    )}
                  </tr>
                ))}
              </tbody>
            </table>
          </Scrolls>
        </section>
      )}
    </>
  )
}
