import type { Random } from './random.ts'

// How an agent who knows that a word is forbidden writes it. Kept apart from the guard's own lexicon: what is tried here need not stand there.

/** Homophones and look-alikes that agents were seen to write, letter by letter. */
const SPELLINGS: Readonly<Record<string, readonly string[]>> = {
  微: ['薇', '威', '维', 'wei', '溦'],
  信: ['芯', 'xin', '❤', '💗'],
  扣: ['口', 'kou'],
  好: ['hao', '女子'],
  评: ['坪', '平', 'ping', '言平'],
  返: ['反', 'fan'],
  现: ['线', 'xian'],
  高: ['gao'],
  仿: ['访', 'fang', '坊'],
  精: ['jing'],
  货: ['huo'],
  刷: ['唰', 'shua'],
  单: ['dan'],
  宝: ['bao'],
  转: ['zhuan'],
  账: ['帐', 'zhang'],
  最: ['蕞', 'zui'],
  佳: ['jia'],
  第: ['苐', '弟', 'di'],
  一: ['1', '壹'],
  顶: ['ding'],
  级: ['极', 'ji'],
  绝: ['jue'],
  对: ['怼', 'dui'],
  保: ['bao'],
  证: ['正', 'zheng'],
  红: ['宏', 'hong'],
  包: ['bao'],
  密: ['mi', '蜜'],
  码: ['ma'],
  退: ['tui'],
}
const BETWEEN = [' ', '.', '·', '-', '_', '*', '~', '/', '|', '\u200b', '\u2060', '💥', '（', '、']
const LETTER = /[\u3400-\u9fff\uac00-\ud7afa-zA-Z0-9]/

/** Each writes a word so that a plain search would miss it, or leaves it when it cannot. */
const WAYS: readonly ((word: string, random: Random) => string)[] = [
  (word, random) => between(word, random.pick(BETWEEN.slice(0, 9))),
  (word, random) => between(word, random.pick(BETWEEN.slice(9, 11))),
  (word, random) => between(word, random.pick(BETWEEN.slice(11, 13)).replace('（', ' ')),
  (word, random) => respell(word, random),
  fullWidth,
  (word) => word.replaceAll('0', 'O'),
  (word) => [...word].map((letter) => TRADITIONAL[letter] ?? letter).join(''),
]

const TRADITIONAL: Readonly<Record<string, string>> = {
  货: '貨',
  单: '單',
  转: '轉',
  账: '賬',
  级: '級',
  绝: '絕',
  对: '對',
  证: '證',
  宝: '寶',
  评: '評',
  现: '現',
  红: '紅',
  码: '碼',
  国: '國',
  顶: '頂',
  维: '維',
  换: '換',
}

/** The text with one of the found words written in disguise; undefined when no way changes it. */
export function disguised(
  text: string,
  words: readonly { start: number; end: number }[],
  random: Random,
): string | undefined {
  const short = words.filter(({ start, end }) => end - start >= 2 && end - start <= LONGEST)
  if (short.length === 0) return undefined
  let out = text
  // from the back, so that the places before stay where they are
  for (const { start, end } of [...short].sort((a, b) => b.start - a.start)) {
    out = out.slice(0, start) + hide(out.slice(start, end), random) + out.slice(end)
  }
  return out === text ? undefined : out
}

/** Agents hide a word, not a sentence. */
const LONGEST = 8

function hide(word: string, random: Random): string {
  for (let tries = 0; tries < 6; tries += 1) {
    const hidden = random.pick(WAYS)(word, random)
    if (hidden !== word) return hidden
  }
  return word
}

/** One sign in one place inside the word. */
function between(word: string, sign: string): string {
  const letters = [...word]
  const places = letters.flatMap((letter, i) =>
    i > 0 && LETTER.test(letter) && LETTER.test(letters[i - 1]!) ? [i] : [],
  )
  const place = places[Math.floor(places.length / 2)]
  return place === undefined ? word : [...letters.slice(0, place), sign, ...letters.slice(place)].join('')
}

function respell(word: string, random: Random): string {
  const letters = [...word]
  const known = letters.flatMap((letter, i) => (SPELLINGS[letter] ? [i] : []))
  if (known.length === 0) return word
  const place = random.pick(known)
  letters[place] = random.pick(SPELLINGS[letters[place]!]!)
  return letters.join('')
}

function fullWidth(word: string): string {
  return word.replace(/[!-~]/g, (letter) => String.fromCodePoint(letter.codePointAt(0)! + 0xfee0))
}
