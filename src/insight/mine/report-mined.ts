import type { Mined, MinedQuestion, MinedTopic } from './mine.ts'

/** The share of questions whose list is the first page. */
const MOST = 0.8

/** What was mined as Markdown; its first page is the list "80 % of what shoppers ask". */
export function reportMined(mined: Mined): string {
  const { chats, messages, asked, smallTalk, unclear, coverage, topics, questions, facts } = mined
  const most = mostAsked(topics)
  const gaps = questions.filter(({ answer }) => answer === undefined)
  return [
    '# What shoppers ask',
    `${chats} chats, ${messages} shopper messages: ${asked} ask something, ${smallTalk} greet, nod or thank, ${unclear} are not clear by themselves. Phone numbers, addresses and names that are recognised were hidden before anything was counted; a bare name is not always, so treat this report like the chats.`,
    `## 80 % of what shoppers ask`,
    `${most.length} topics of ${topics.length} are 80 % of what is asked; the library answers ${percent(coverage)} of all that is asked.`,
    table(['', 'topic', 'most asked as', 'asked', 'share', 'so far', 'answered by the library'], rowsOf(most)),
    '## Questions asked most, and what may answer them',
    'What was said stands below its question, best first; nothing of it is offered before a lead approves it.',
    ...questions.map(block),
    '## Gaps: asked, and no script answers',
    gaps.length === 0 ? 'None.' : gaps.map(({ text, count }) => `- ${plain(text)} (${count})`).join('\n'),
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

/** A question with what answers it: a lead decides about one and reads the other. */
function block({ draft, text, wordings, topic, count, share, chats, answer, replies }: MinedQuestion): string {
  const also = wordings.length === 0 ? [] : [`Also asked as: ${wordings.map(plain).join(' | ')}`]
  const said = replies.map(
    (reply) => `- ${plain(reply.text)} (${reply.count} times; chats ${reply.chats.map(plain).join(', ')})`,
  )
  return [
    `### ${plain(text)}`,
    `\`${topic}\`, asked ${count} times (${percent(share)}), in ${chats.map(plain).join(', ')}`,
    ...also,
    said.length === 0 ? 'Draft: none; nothing that was said may be said again.' : `Draft \`mined.${draft}\`:`,
    ...(said.length === 0 ? [] : [said.join('\n')]),
    answer === undefined ? 'A gap: the library answers nothing.' : `The library answers: ${plain(answer)}`,
  ].join('\n\n')
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
