import type { Locale, ScriptChange } from '../../protocol/index.ts'
import type { MinedQuestion } from './mine.ts'

/**
 * Mined questions as drafts of the library: nothing is offered before a lead approves it. Questions whose best reply is the same are one draft. `categoryOf`
 * = where scripts of a topic belong.
 */
export function draftsOf(
  questions: readonly MinedQuestion[],
  locale: Locale,
  categoryOf: (topic: string) => string | undefined,
): ScriptChange[] {
  const byDraft = Map.groupBy(
    questions.filter(({ draft }) => draft !== undefined),
    ({ draft }) => draft!,
  )
  return [...byDraft].map(([draft, asked]) => {
    const { topic } = asked[0]!
    const category = categoryOf(topic)
    const texts = new Set(asked.flatMap(({ replies }) => replies.map(({ text }) => text)))
    return {
      id: `${locale}.mined.${draft}`,
      op: 'put',
      status: 'draft',
      script: {
        locale,
        ...(category ? { category } : {}),
        intents: [topic],
        note: asked
          .slice(0, NOTED)
          .map(({ text, count, chats }) => `“${text}”, asked ${count} times; chats ${chats.join(', ')}`)
          .join('\n'),
        wordings: [...texts].slice(0, WORDINGS).map((text) => ({ open: text, short: text })),
      },
    }
  })
}

const WORDINGS = 3
/** Questions that are named. */
const NOTED = 5
