import { CLIENT_FRAMES, CLOSE, ERROR_STATUS, LIMITS, SERVER_FRAMES } from '../../protocol/index.ts'
import { UNAVAILABLE } from '../routes/unavailable.ts'
import type { AsyncApi } from './asyncapi.ts'
import { fieldName, nameOf, type Shape, typeText } from './type-text.ts'

interface Operation {
  readonly summary?: string
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: Content
  readonly responses?: Readonly<Record<string, Content>>
}
interface Parameter {
  readonly in: 'query' | 'path'
  readonly name: string
  readonly schema: Shape
  readonly required?: boolean
}
interface Content {
  readonly content?: Readonly<Record<string, { readonly schema: Shape }>>
}
/** The parts of the OpenAPI document that are printed. */
export interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, Shape>> }
}

const LIMIT_TEXT: { readonly [L in keyof typeof LIMITS]: string } = {
  textChars: 'UTF-16 units of one text',
  bodyBytes: 'bytes of a request body (batch: of one line)',
  frameBytes: 'bytes of one websocket frame',
  messages: 'messages in one request',
  suggestions: 'suggestions in one answer',
  burstMessages: 'messages joined into one turn',
  burstChars: 'UTF-16 units joined into one turn',
  intentTexts: 'texts in one `/v1/intents` request',
  idChars: 'UTF-16 units of an id',
}

/** `docs/protocol.md`: every route, frame, shape, error code and limit, from the schemas that the gateway itself uses. */
export function protocolMarkdown(openapi: OpenApi, asyncapi: AsyncApi): string {
  const frames = asyncapi.components.schemas as Readonly<Record<string, Shape>>
  const paragraphs = [
    '# The wire, version 1',
    'Generated from `src/protocol` by `npm run generate`; do not edit. UTF-8 JSON; times are ISO 8601 with offset; money is `{"amount":"30.00","currency":"CNY"}`; offsets in texts are UTF-16 units. Fields may be added at any time; none is renamed or removed within a version. `?` marks what may be left out.',
    'Keys travel as `Authorization: Bearer <key>`, never in an address. A browser asks for a ticket and opens the stream with it.',
    '## REST',
    ...Object.entries(openapi.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => operationText(method, path, operation)),
    ),
    'Fixed but not built yet, answering 503 `unavailable`:',
    table(
      ['address', 'methods'],
      UNAVAILABLE.map(({ url, method }) => [code(url), method.join(', ')]),
    ),
    '## Errors',
    'Every error is `{"error":{"code","message","details":[{"path","message"}]}}`; on the stream it is the frame `error` with the same three fields.',
    table(
      ['code', 'HTTP status'],
      Object.entries(ERROR_STATUS).map(([name, status]) => [code(name), String(status)]),
    ),
    '## Limits',
    table(
      ['name', 'value', 'of'],
      Object.entries(LIMITS).map(([name, value]) => [
        code(name),
        String(value),
        LIMIT_TEXT[name as keyof typeof LIMITS],
      ]),
    ),
    '## Websocket `/v1/stream`',
    'One JSON object per text frame, `{"type":"noun.verb", …}`. Unknown types are ignored. The first frame is `session.open`, within 5 s. A client frame may carry `id`; direct answers and `error` carry it back as `re`. `suggestions.ready`, `suggestions.stale`, `conversation.status` and `nudge.ready` go to every socket of the conversation and are numbered by `seq`, which grows by one (by more when something could not be told for a while); nothing else has a number or is replayed. `resume` names conversations as `store/channel/conversationId` (or the id alone, for the defaults): with the same `epoch` what was missed is sent again, else one `suggestions.ready` with `snapshot: true`, and a `conversation.status` likewise.',
    table(
      ['close code', 'when'],
      [
        [String(CLOSE.noSession), 'no `session.open` within 5 s, a wrong first frame, or a ticket that is not good'],
        [String(CLOSE.unsupported), 'a protocol other than 1'],
        [String(CLOSE.drain), 'the gateway restarts: come back'],
        ['1001', 'no sign of life for two heartbeats'],
      ],
    ),
    '### From the client',
    ...Object.keys(CLIENT_FRAMES).map((type) => shapeText(`\`${type}\``, frames[type]!, '####')),
    '### From the server',
    ...Object.keys(SERVER_FRAMES).map((type) => shapeText(`\`${type}\``, frames[type]!, '####')),
    '## Shapes',
    ...shapesOf(openapi, frames).map(([name, shape]) => shapeText(name, shape, '###')),
  ]
  return `${paragraphs.join('\n\n')}\n`
}

function operationText(
  method: string,
  path: string,
  { summary, parameters, requestBody, responses }: Operation,
): string {
  const query = (parameters ?? [])
    .filter((parameter) => parameter.in === 'query')
    .map(({ name, required, schema }) => `\`${name}${required ? '' : '?'}: ${typeText(schema)}\``)
  const answers = Object.entries(responses ?? {}).filter(([status]) => status !== 'default')
  return [
    `### \`${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}\``,
    summary,
    query.length > 0 && `Query: ${query.join(', ')}`,
    requestBody && `Body: ${contentText(requestBody)}`,
    answers.length > 0 &&
      `Answers: ${answers.map(([status, content]) => `${status} ${contentText(content)}`.trim()).join(', ')}`,
  ]
    .filter(Boolean)
    .join('\n\n')
}

function contentText({ content }: Content): string {
  const schema = Object.values(content ?? {})[0]?.schema
  return schema ? code(typeText(schema)) : ''
}

/** Named shapes of REST and stream, each once, by name. */
function shapesOf(openapi: OpenApi, frames: Readonly<Record<string, Shape>>): [string, Shape][] {
  const named = Object.entries({ ...openapi.components.schemas, ...frames })
  const shapes = new Map(named.filter(([name]) => !name.includes('.')).map(([name, shape]) => [nameOf(name), shape]))
  return [...shapes].sort(([a], [b]) => (a < b ? -1 : 1))
}

function shapeText(name: string, shape: Shape, heading: string): string {
  const fields = Object.entries(shape.properties ?? {}).filter(([field]) => field !== 'type' || !name.startsWith('`'))
  if (fields.length === 0)
    return `${heading} ${name}\n\n${shape.properties ? 'No fields of its own.' : code(typeText(shape))}`
  return `${heading} ${name}\n\n${table(
    ['field', 'value'],
    fields.map(([field, inner]) => [code(fieldName(shape, field)), code(typeText(inner))]),
  )}`
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n')
}

const code = (text: string): string => `\`${text}\``
