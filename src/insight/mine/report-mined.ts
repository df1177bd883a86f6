import type { Mined, MinedQuestion } from './mine.ts'

/** The share of questions whose list is the first page. */
const MOST = 0.8

/** What was mined as Markdown; its first page is the list "80 % of what shoppers ask". */
export function reportMined(mined: Mined): string {
  const { chats, messages, asked, smallTalk, unclear, coverage, questions, facts } = mined
  const most = mostAsked(questions)
  const reached = most.reduce((sum, { share }) => sum + share, 0)
  const gaps = questions.filter(({ covered }) => !covered)
  return [
    '# What shoppers ask',
    `${chats} chats, ${messages} shopper messages: ${asked} ask something, ${smallTalk} greet, nod or thank, ${unclear} are not clear by themselves. Personal data was hidden before anything was counted.`,
    `## 80 % of what shoppers ask`,
    reached < MOST
      ? `The ${most.length} questions below are ${percent(reached)} of what is asked; the rest is asked too seldom to be listed.`
      : `${most.length} questions are ${percent(reached)} of what is asked.`,
    `The library answers ${percent(coverage)} of what is listed.`,
    table(['', 'question', 'topic', 'asked', 'share', 'so far', 'answered by the library', 'drafts'], rowsOf(most)),
    '## Drafts',
    'Nothing below is offered before a lead approves it.',
    ...questions.filter(({ replies }) => replies.length > 0).map(draft),
    '## Gaps: asked, and no script answers',
    gaps.length === 0
      ? 'None.'
      : table(
          ['question', 'topic', 'asked', 'chats', 'draft'],
          gaps.map((one) => [one.text, one.topic, one.count, one.chats.join(', '), one.replies[0]?.text ?? '']),
        ),
    '## Facts that agents keep repeating',
    facts.length === 0
      ? 'None.'
      : table(
          ['slot', 'value', 'product', 'chats', 'also said', 'for example', 'in'],
          facts.map((one) => [
            one.slot,
            one.value,
            one.product ?? '',
            one.count,
            one.others.join(', '),
            one.text,
            one.chats.join(', '),
          ]),
        ),
    '',
  ].join('\n\n')
}

/** One JSON line per question, gap or not, and per fact. */
export function linesOfMined({ questions, facts }: Mined): string {
  const rows = [
    ...questions.map((one) => ({ kind: 'question', ...one })),
    ...facts.map((one) => ({ kind: 'fact', ...one })),
  ]
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('')
}

function mostAsked(questions: readonly MinedQuestion[]): readonly MinedQuestion[] {
  let sum = 0
  const last = questions.findIndex(({ share }) => {
    sum += share
    return sum >= MOST
  })
  return last < 0 ? questions : questions.slice(0, last + 1)
}

function rowsOf(questions: readonly MinedQuestion[]): (string | number)[][] {
  let sum = 0
  return questions.map(({ text, topic, count, share, covered, replies }, i) => {
    sum += share
    return [i + 1, text, topic, count, percent(share), percent(sum), covered ? 'yes' : 'no', replies.length]
  })
}

function draft({ id, text, wordings, topic, count, chats, replies }: MinedQuestion): string {
  const said = replies.map(
    (reply) => `- ${plain(reply.text)} (${reply.count} times; chats ${reply.chats.map(plain).join(', ')})`,
  )
  const also = wordings.length === 0 ? '' : `\n\nAlso asked as: ${wordings.map(plain).join(' | ')}`
  return `### ${plain(text)}\n\n\`${topic}\`, asked ${count} times, in ${chats.map(plain).join(', ')}; draft \`mined.${id}\`${also}\n\n${said.join('\n')}`
}

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.map((cell) => plain(String(cell))).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

/** What people wrote is text and never markup. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>|#]/g, (sign) => `\\${sign}`)
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`
}
