import type { Rule } from '../context.ts'
import { weighed } from '../learned/index.ts'
import { knownValue } from '../support.ts'

/** R86: no denial of statutory rights (X5). Goods that the law exempts may be excluded from the no-reason return, nothing more. */
export const rights: Rule = {
  id: 'R86',
  level: 'block',
  says: {
    zh: '否认法定退换权利',
    en: 'denies a statutory right',
    ko: '법정 권리를 부정합니다',
  },
  find: (text, context) => {
    const hits = text.disguisedHits('no_return')
    if (knownValue(context, 'returns.state') === 'no') return hits
    return weighed('R86', 'block', text, [...hits, ...text.disguisedHits('no_return_exempt')])
  },
}
