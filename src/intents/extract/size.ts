import { cue } from './cues.ts'
import { add, before, matchAt, matches, RANK, type Reading } from './reading.ts'

/** 1: the number of X, 2: the X themselves, 3: the letter. Bare S, M and L are looked at again below. */
const LETTERS =
  /(?<![a-z\d'’.&+-])(?:(?<!\d )|(?=[sml]\s?[码号]))(?:([2-9])?(x{1,2})[ -]?)?([sml])(?![a-z\d'’&+]|\s?[型形字夹钩]|[- ]?(?:자(?![가-힣])|자형|字|buttons?|keys?|shaped?|hooks?|bracket|series|mode|pen|class)(?![a-z]))(?:\s?(?:尺?码|号|사이즈|size))?/g
const NAMED =
  /(特大号|加{1,2}大(?:尺?码|号|(?=的|款))|均码|大号|中号|小号|大码|中码|小码|프리(?:\s?사이즈|(?![가-힣])|(?=[로은는만요예인]))|free size|one size|(?<![a-z])(?:extra[ -]|x-?)?large(?![a-z])|(?<![a-z])(?:extra[ -]|x-?)?small(?![a-z])|(?<![a-z])medium(?![a-z]))/g
const LETTERS_CUE = cue('sml')
const NAMED_CUE = cue('号大码프sml')
const ENGLISH_CUE =
  /(?:(?<![a-z])(?:size|in|an?|the|or|wears?|order(?:ed)?|take|with|go|get|got|for|need|want|between|and|to|usually|normally|my|is it|mens?|womens?|kids)|,)\s$/
/** "a small hole": the word tells of a thing, not of a garment's label. */
const ENGLISH_THING =
  /^ (?:or large |and medium )?(?:orders?|holes?|stains?|tears?|scratch(?:es)?|gifts?|box(?:es)?|dogs?|cats?|issues?|problems?|questions?|amounts?|quantit|number|bit|cracks?|marks?|parts?|pieces?|parcels?|packages?|business|fee|discount|dents?|defect|one of|rips?|spots?|difference|print|letters?|pets?|family|appliances?|tips?|head|feet|frame|bust|chest|waist|portion|favou?r|world|company|shop|store|things?|details?|kid|child|room|apartment|space|kitchen|bed|car|heat|enough|on me|for me|rare|change)/
const RELATIVE = /[最偏太多]$/
const NUMBERED =
  /(?:(码半(?![价折])|\s?半码)|腰(?!围|的?比)|\s?(?:尺?码|사이즈|호(?!\s?(?:선|실|점|차|기|관|쿠션|팩트|파운데이션|컨실러|로 변경)))|号(?:鞋|码|的?鞋))(?!农)/y
const SYSTEM = /(?:(?<![a-z])(eu|us|uk|欧码|美码|英码|사이즈|size|尺码|码数)\s?(?:is|是|:)?\s?)$/
/** The size of the newborn; in other talk NB is slang. */
const NEWBORN = /(?<![a-z\d])nb(?:码|号)?(?![a-z\d])/g
const FOR_NEWBORN = /纸尿裤|尿不湿|尿裤|尿片|拉拉裤|新生|宝宝|婴|出生|娃/
const BRA = /(?<![\d.])(?:65|70|75|80|85|90|95|100)\s?[a-g](?![a-z\d])/g
const SYSTEMS: Readonly<Record<string, string>> = { eu: 'EU', us: 'US', uk: 'UK', 欧码: 'EU', 美码: 'US', 英码: 'UK' }

/** Sizes as they stand on a label: letters (M, 2XL), numbers with 码 / EU / US, children's heights, cups, and 大号 … as letters. */
export function readSize(reading: Reading): void {
  if (reading.cues & LETTERS_CUE) readLetters(reading)
  if (reading.cues & NAMED_CUE) readNamed(reading)
  if (reading.text.includes('nb') && FOR_NEWBORN.test(reading.text)) {
    for (const found of matches(NEWBORN, reading.text))
      add(reading, 'size', found.index, found.index + found[0].length, 'NB', RANK.unit)
  }
  for (const number of reading.numbers) {
    const { start, end, value } = number
    if (value > 190 || number.kind === 'metres') continue
    const unit = matchAt(NUMBERED, reading.text, end)
    if (value < 4 && !/(?<![a-z])size:? $/.test(before(reading.text, start))) continue
    // 호 numbers children's garments by their height, and shades of makeup, rooms and issues besides
    if (unit?.[0].trim() === '호' && (value < 70 || value > 170 || value % 5 > 0)) continue
    // trousers by the waist in inches
    if (unit?.[0] === '腰' && (value < 24 || value > 44)) continue
    const system = SYSTEM.exec(before(reading.text, start))
    if (unit ? value >= 15 : system && isSystem(reading, system[1]!, start)) {
      const from = system ? start - system[0].length : start
      const text = unit?.[1] ? `${value}.5` : String(value)
      const named = system && SYSTEMS[system[1]!]
      add(reading, 'size', named ? from : start, end + (unit?.[0].length ?? 0), text, RANK.unit, named || undefined)
    } else if (
      value >= 33 &&
      value <= 50 &&
      reading.text[end] === '号' &&
      !/[\d路街弄巷道月]$/.test(before(reading.text, start))
    ) {
      add(reading, 'size', start, end + 1, String(value), RANK.bare)
    }
  }
  if (reading.numbers.length > 0 && /\d\s?[a-g]/.test(reading.text)) {
    for (const found of matches(BRA, reading.text)) {
      add(
        reading,
        'size',
        found.index,
        found.index + found[0].length,
        found[0].replace(' ', '').toUpperCase(),
        RANK.bare,
      )
    }
  }
}

/** "give us 8" is no size: US must be written in capitals or after an article. */
function isSystem({ form, text }: Reading, name: string, start: number): boolean {
  if (name.length > 2 || name !== 'us') return true
  return (
    /US\s?$/.test(form.original.slice(0, form.at[start])) ||
    /(?<![a-z])(?:an?|in|size) us\s?$/.test(before(text, start))
  )
}

function readLetters(reading: Reading): void {
  const { text, form, options } = reading
  LETTERS.lastIndex = 0
  for (let found = LETTERS.exec(text); found; found = LETTERS.exec(text)) {
    const start = found.index
    const end = start + found[0].trimEnd().length
    // runs were cut to two in the normalised text, so the X of XXXL are counted in the original
    const written = form.original.slice(form.at[start], form.at[end]).normalize('NFKC').toUpperCase()
    const xs = found[2] === undefined ? 0 : found[1] ? Number(found[1]) : (written.match(/X/g)?.length ?? 0)
    const letter = found[3]!.toUpperCase()
    if (xs > 0 && letter === 'M') continue
    const marked = xs > 0 || found[0].length > 1
    const capital = written.startsWith(letter)
    if (!marked && !capital && (options.locale === 'en' || /[a-z]\s?$/.test(before(text, start)))) continue
    add(
      reading,
      'size',
      start,
      end,
      xs === 0 ? letter : xs === 1 ? `X${letter}` : `${xs}X${letter}`,
      marked ? RANK.unit : RANK.bare,
    )
  }
}

function readNamed(reading: Reading): void {
  const { text } = reading
  NAMED.lastIndex = 0
  for (let found = NAMED.exec(text); found; found = NAMED.exec(text)) {
    const name = found[0]
    const start = found.index
    const lead = before(text, start)
    if (
      /^[a-z]/.test(name)
        ? !/size$/.test(name) &&
          (ENGLISH_THING.test(text.slice(start + name.length, start + name.length + 16)) ||
            (!ENGLISH_CUE.test(lead) && !/^ or /.test(text.slice(start + name.length))))
        : RELATIVE.test(lead)
    )
      continue
    add(reading, 'size', start, start + name.length, letterOf(name), RANK.unit)
  }
}

function letterOf(name: string): string {
  if (/^(?:均码|프리|free|one)/.test(name)) return 'FREE'
  if (/^(?:特大|加加大)/.test(name)) return '2XL'
  if (/^(?:加大|extra[ -]large|x-?large)/.test(name)) return 'XL'
  if (/^(?:extra[ -]small|x-?small)/.test(name)) return 'XS'
  if (/^(?:大|large)/.test(name)) return 'L'
  return /^(?:中|medium)/.test(name) ? 'M' : 'S'
}
