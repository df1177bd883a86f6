import type { CheckedText } from '../checked-text.ts'
import type { Finding, GuardContext } from '../context.ts'
import { prints } from '../prints.ts'
import { judge, type Support } from '../support.ts'

const SIZE_ADVICE =
  /(?:建议|推荐|适合|选|拍|穿)(?:您|的是|择|一?个)?((?:[2-6]?x{0,2}[sml]|均|\d{2,3})码)|(?:recommend|suggest|take|go with) (?:an? |size |the )*((?:[2-6]?x{0,2}[sml]))\b|((?:[2-6]?x{0,2}[sml])) ?사이즈를? ?추천/g

const SPEAKS_OF_SIZE = /码|size|take|go with|recommend|suggest|사이즈/

/** A size verdict must be the calculator's (R16, R60). */
export function sizeFindings(text: CheckedText, context: GuardContext): Finding[] {
  if (!SPEAKS_OF_SIZE.test(text.text)) return []
  return [...text.text.matchAll(SIZE_ADVICE)].flatMap((match) => {
    const said = (match[1] ?? match[2] ?? match[3])!
    const from = match.index + match[0].indexOf(said)
    const span = text.at(from, from + said.length)
    if (prints(text, context, span, '')) return []
    const known = (['size.pick', 'size.other'] as const).flatMap((slot) => context.facts?.get(slot)?.text ?? [])
    const bare = said.replace('码', '')
    const support: Support =
      known.length === 0 ? 'unknown' : known.some((size) => bareSize(size) === bare) ? 'supported' : 'contradicted'
    const outcome = judge(support, context)
    return outcome ? [{ ...span, ...outcome }] : []
  })
}

function bareSize(size: string): string {
  return size.toLowerCase().replace(/码|号|사이즈|size|\s/g, '')
}
