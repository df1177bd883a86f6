import type { Secret } from './secrets-of-facts.ts'

const WORD = /[\p{Script=Latin}\p{N}]/u

/**
 * A text with a mask in place of every secret. Latin letters and digits have to stand alone and are found in any case: Ann is not in "annual". Masks that stand
 * there already are left as they are.
 */
export function hideSecrets(text: string, secrets: readonly Secret[]): string {
  if (secrets.length === 0) return text
  const byText = new Map(secrets.map((one) => [one.text.toLowerCase(), one.mask]))
  const longestFirst = [...byText.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
  const any = new RegExp(`\\[[a-z_]+\\]|${longestFirst.map(patternOf).join('|')}`, 'giu')
  return text.replace(any, (found) => {
    const mask = byText.get(found.toLowerCase())
    return mask === undefined ? found : `[${mask}]`
  })
}

function patternOf(secret: string): string {
  const [first, last] = [secret.at(0)!, secret.at(-1)!]
  const before = WORD.test(first) ? '(?<![\\p{Script=Latin}\\p{N}])' : ''
  const after = WORD.test(last) ? '(?![\\p{Script=Latin}\\p{N}])' : ''
  return `${before}${secret.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')}${after}`
}
