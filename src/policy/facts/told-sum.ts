import { normalise } from '../../intents/index.ts'
import { toFen } from '../money.ts'
import type { Knowledge } from './knowledge.ts'

const POSTAGE = /包邮|免邮|邮费|运费|(?:free|pay for) (?:shipping|delivery|postage)|postage|무료 ?배송|배송비/
const IN_ALL =
  /(?:买|选|拍|凑|加|点|挑)(?:了|好|到|够|的)|购物车|一共|总共|合计|加起来|这单|总价|够(?:不够)?[包免]|basket|cart|\border\b|total|spent|comes? to|장바구니|합계|총|합쳐|담[았은]/
const EACH = /(?:元|块|块钱)(?:一|每|\/)|每.{0,3}(?:元|块)|\beach\b|apiece|개당|한 ?개에/
const SHORT_OF = /差|short|away from|부족|모자/

/** What the goods come to as the shopper has just told while asking about postage, in fen: 购物车52块, or 还差5块 of the threshold. */
export function toldSumFen(know: Knowledge): number | undefined {
  const { words } = know.input
  const price = know.said('price')
  const told = Number(price?.value)
  if (words === undefined || price === undefined || !(told > 0)) return undefined
  if (!POSTAGE.test(words) || EACH.test(words) || !words.includes(normalise(price.text).text)) return undefined
  const threshold = know.settle(know.store.shipping.freeThreshold)
  if (SHORT_OF.test(words)) return threshold === undefined || told >= threshold ? undefined : toFen(threshold - told)
  return IN_ALL.test(words) ? toFen(told) : undefined
}
