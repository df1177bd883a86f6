import type { Mined, MinedQuestion, MinedTopic } from './mine.ts'

/** The share of questions whose list is the first page. */
const MOST = 0.8

/** What was mined as Markdown; its first page is the list "80 % of what shoppers ask". */
export function reportMined(mined: Mined): string {
  const { chats, messages, asked, smallTalk, unclear, coverage, topics, questions, facts } = mined
  const most = mostAsked(topics)
  const gaps = questions.filter(({ covered }) => !covered)
  return [
    '# What shoppers ask',
    `${chats} chats, ${messages} shopper messages: ${asked} ask something, ${smallTalk} greet, nod or thank, ${unclear} are not clear by themselves. Phone numbers, addresses and names that are recognised were hidden before anything was counted; a bare name is not always, so treat this report like the chats.`,
    `## 80 % of what shoppers ask`,
    `${most.length} topics of ${topics.length} are 80 % of what is asked; the library answers ${percent(coverage)} of all that is asked.`,
    table(['', 'topic', 'most asked as', 'asked', 'share', 'so far', 'answered by the library'], rowsOf(most)),
    '## Questions asked most',
    table(
      ['question', 'topic', 'asked', 'share', 'answered by the library', 'drafts'],
      questions.map((one) => [
        one.text,
        one.topic,
        one.count,
        percent(one.share),
        one.covered ? 'yes' : 'no',
        one.replies.length,
      ]),
    ),
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

/** One JSON line per topic, per question, gap or not, and per fact. */
export function linesOfMined({ topics, questions, facts }: Mined): string {
  const rows = [
    ...topics.map((one) => ({ kind: 'topic', ...one })),
    ...questions.map((one) => ({ kind: 'question', ...one })),
    ...facts.map((one) => ({ kind: 'fact', ...one })),
  ]
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('')
}

/** The fewest topics that are 80 % together. */
function mostAsked(topics: readonly MinedTopic[]): readonly MinedTopic[] {
  let sum = 0
  const last = topics.findIndex(({ share }) => {
    sum += share
    return sum >= MOST
  })
  return last < 0 ? topics : topics.slice(0, last + 1)
}

function rowsOf(topics: readonly MinedTopic[]): (string | number)[][] {
  let sum = 0
  return topics.map(({ text, topic, count, share, covered }, i) => {
    sum += share
    return [i + 1, topic, text, count, percent(share), percent(sum), covered ? 'yes' : 'no']
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
