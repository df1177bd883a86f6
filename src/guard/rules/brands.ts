import { normalise } from '../../intents/index.ts'
import type { CheckedText, Hit } from '../checked-text.ts'
import type { Finding, GuardContext, Rule } from '../context.ts'
import { prints } from '../prints.ts'

/** R97: no other brand or shop, named or spoken for; a name that a slot prints is the product's own. */
export const brands: Rule = {
  id: 'R97',
  level: 'block',
  says: { zh: '出现其他品牌或店铺名', en: "another brand's or shop's name", ko: '다른 브랜드·상점명입니다' },
  suspects: (text) => text.hits('other_shop').length > 0,
  find: (text, context) => {
    const found: Finding[] = [...foreignShops(text, context)]
    const expression = expressionOf(context.otherBrands)
    if (!expression) return found
    for (const match of text.text.matchAll(expression)) {
      const span = text.at(match.index, match.index + match[0].length)
      if (!prints(text, context, span, '')) found.push(span)
    }
    return found
  },
}

/** Where a reply speaks as another shop than this one; whoever does not know their own name cannot tell. */
function foreignShops(text: CheckedText, { ownNames }: GuardContext): readonly Hit[] {
  if (!ownNames || ownNames.length === 0) return []
  // a shop calls itself by the beginning of its name too
  const own = ownNames.flatMap((name) => {
    const written = normalise(name).text
    return /^[\u3400-\u9fff]{3}/.test(written) ? [written, written.slice(0, 2)] : [written]
  })
  return text.hits('other_shop').filter(({ from, to }) => !own.some((name) => text.text.slice(from, to).includes(name)))
}

/** A store's list is one array for as long as its policy lives: compiled once. */
const compiled = new WeakMap<readonly string[], RegExp>()

function expressionOf(names: readonly string[] | undefined): RegExp | undefined {
  if (!names || names.length === 0) return undefined
  let expression = compiled.get(names)
  if (!expression) {
    const words = names.flatMap((name) => {
      const word = normalise(name)
        .text.trim()
        .replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
      return word === '' ? [] : [/^[a-z0-9]/.test(word) ? `(?<![a-z0-9])${word}(?![a-z0-9])` : word]
    })
    expression = new RegExp(words.length > 0 ? words.join('|') : '(?!)', 'g')
    compiled.set(names, expression)
  }
  return expression
}
