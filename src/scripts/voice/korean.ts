/**
 * Korean between -요 and -습니다. Endings are turned that can be turned without knowing the verb: where a stem could be read in two ways (들을게요, 다가와요, a statement in
 * -세요) the sentence stays as it is written. Every ending that comes out is polite: 반말 never.
 */
const END = '(?![\\p{L}\\p{N}])'
const ASKS = '(?=\\s*\\?)'
const STATES = `(?!\\s*\\?)${END}`

const FIRST = 0xac00
const FINALS = 28
const [B, SS, L] = [17, 20, 8]

/** The syllable with another final consonant (0 = none). */
function withFinal(syllable: string, final: number): string {
  const code = syllable.charCodeAt(0) - FIRST
  return String.fromCharCode(FIRST + code - (code % FINALS) + final)
}

function finalOf(syllable: string): number {
  const code = syllable.charCodeAt(0) - FIRST
  return code < 0 || code > 11_171 ? -1 : code % FINALS
}

type Turn = readonly [from: RegExp, to: string | ((whole: string, ...parts: string[]) => string)]
const turn = (from: string, to: Turn[1]): Turn => [new RegExp(from, 'gu'), to]
/** A statement and the question of the same ending. */
const both = (from: string, stem: string): Turn[] => [
  turn(`${from}${ASKS}`, `${stem}니까`),
  turn(`${from}${STATES}`, `${stem}니다`),
]
/** -ㄹ게요 of stems that end in a vowel: 드릴게요, 할게요, 남길게요. */
const PROMISED = '릴할볼둘갈올낼길출꿀눌쓸킬줄'
/** Stems that change ㅂ to 우: 어렵다, 고맙다, 쉽다, 반갑다, 가깝다, 즐겁다, 부드럽다, 가볍다. */
const OPENED = '려마쉬가까거러벼'

const FORMAL: readonly Turn[] = [
  turn(`([${PROMISED}])게요${STATES}`, (_, one) => `${withFinal(one!, 0)}겠습니다`),
  ...both('아니에요', '아닙'),
  ...both('거예요', '겁'),
  ...both('(?:이에요|예요)', '입'),
  turn(`([가-힣])어요${END}`, (whole, one) => (finalOf(one!) === SS || one === '없' ? `${one}습니다` : whole)),
  turn(`([많좋찮같않맞])아요${END}`, '$1습니다'),
  turn(`([${OPENED}])워요${END}`, (_, one) => `${withFinal(one!, B)}습니다`),
  turn(`습니다${ASKS}`, '습니까'),
  ...both('돼요', '됩'),
  ...both('해요', '합'),
  ...both('드려요', '드립'),
  turn(`세요${ASKS}`, '십니까'),
  turn(`(?<!여)([주마보])세요${STATES}`, '$1십시오'),
  // 주세요? asks for something, 주십니까? asks whether somebody gives
  turn(`주십니까${ASKS}`, '주시겠습니까'),
]

const POLITE: readonly Turn[] = [
  turn(`([드두보])(리?)겠습니다${STATES}`, (whole, one, more) => promised(`${one}${more}`) ?? whole),
  ...['니까', '니다'].flatMap((end) => {
    const at = end === '니까' ? ASKS : STATES
    return [
      turn(`아닙${end}${at}`, '아니에요'),
      turn(`겁${end}${at}`, '거예요'),
      turn(`([가-힣])입${end}${at}`, (whole, one) => (IN_I.includes(one!) ? whole : named(one!))),
      turn(`([가-힣])습${end}${at}`, (whole, one) => opened(one!) ?? whole),
      turn(`됩${end}${at}`, '돼요'),
      turn(`합${end}${at}`, '해요'),
      turn(`드립${end}${at}`, '드려요'),
    ]
  }),
  turn(`십니까${ASKS}`, '세요'),
  turn(`([주마보])십시오${STATES}`, '$1세요'),
]

/** Verbs in -이다: 보입니다 is no noun. */
const IN_I = '보높붙줄들쌓놓먹녹섞속쓰'

function named(noun: string): string {
  return `${noun}${finalOf(noun) === 0 ? '예요' : '이에요'}`
}

function promised(stem: string): string | undefined {
  if (stem === '드리') return '드릴게요'
  if (stem === '두' || stem === '보') return `${withFinal(stem, L)}게요`
  return undefined
}

/** The -요 form of a stem before -습니다, where it is certain. */
function opened(one: string): string | undefined {
  if (one === '없' || (finalOf(one) === SS && one !== '겠')) return `${one}어요`
  if ('많좋찮같않맞'.includes(one)) return `${one}아요`
  if (finalOf(one) === B && OPENED.includes(withFinal(one, 0))) return `${withFinal(one, 0)}워요`
  return undefined
}

const turned = (text: string, turns: readonly Turn[]) =>
  turns.reduce((said, [from, to]) => said.replace(from, to as string), text)

/** Sentences in -습니다, as far as that is certain. */
export function formalKorean(text: string): string {
  return turned(text, FORMAL)
}

/** Sentences in -요, as far as that is certain. */
export function politeKorean(text: string): string {
  return turned(text, POLITE)
}
