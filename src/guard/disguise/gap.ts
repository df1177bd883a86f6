/** What agents put between the letters of a word. */
export const GAP = /[\s._*·•・●|~\-—–/\\^`'"“”‘’「」()[\]【】《》=#&\ue000]|\u20e3/
/** No disguise puts more between two letters. */
const WIDEST = 3
/** A tilde or a face behind one of these ends a clause. */
const PARTICLE = /[亲哦呢哈啊呀啦嘛吧哟噢嗯了的滴哒]/

/** Whether a stretch of gaps only keeps two letters of one word apart. `out` is what was read before it. */
export function isFiller(text: string, start: number, end: number, out: string): boolean {
  const before = out.at(-1)
  const after = text[end]
  if (before === undefined || after === undefined || end - start > WIDEST) return false
  const gap = text.slice(start, end)
  const [left, right] = [kindOf(before), kindOf(after)]
  if (left === 'none' || right === 'none' || (left === 'digit' && right === 'digit')) return false
  if (/[~\ue000]/.test(gap) && PARTICLE.test(before)) return false
  const isSpaced = /\s/.test(gap)
  if (left === 'latin' && right === 'latin')
    return !isSpaced || (isSingle(text, start - 1, /[a-z]/) && isSingle(text, end, /[a-z]/))
  if (left === 'hangul' && right === 'hangul' && isSpaced)
    return isSingle(text, start - 1, HANGUL) || isSingle(text, end, HANGUL)
  return isHan(left) || isHan(right) || !isSpaced
}

const HANGUL = /[\u3131-\u318e\uac00-\ud7af]/

function kindOf(letter: string): 'han' | 'hangul' | 'latin' | 'digit' | 'none' {
  if (/[\u3400-\u9fff+]/.test(letter)) return 'han'
  if (/[\d%]/.test(letter)) return 'digit'
  if (/[a-z]/.test(letter)) return 'latin'
  return HANGUL.test(letter) ? 'hangul' : 'none'
}

function isHan(kind: ReturnType<typeof kindOf>): boolean {
  return kind === 'han'
}

/** True for a letter with none of its kind at either side. */
function isSingle(text: string, index: number, kind: RegExp): boolean {
  return !kind.test(text[index - 1] ?? ' ') && !kind.test(text[index + 1] ?? ' ')
}
