import type { Span } from './clause.ts'

const FILLERS =
  /(?:亲+|客官|您好|对不起|您|这[边个款单]?|我们|咱们?|真的|实在|不好意思|抱歉|单独|另外|也|都|就|是|的话?|了|哦|呢|哈|[这那](?:双|件|条|款|只|套|包|盒|瓶)|已经?|都|全|再|暂时|目前|现在|[今明昨]天|小店|本店|系统里?|后台|仓库|平台|按?规定|单份|活动|[一二两三四五\d][包个份双组套件条])+$/
const OBJECT = /[\u3400-\u9fff]{2}$/
const GENERIC = /赠品|礼物|礼品|东西|小礼|试吃/

/** The thing that is refused, when the words around name it: 袜子不送的 says nothing of a spoon. */
export function refusedThing(text: string, { from, to }: Span): string | undefined {
  if (GENERIC.test(text.slice(from, to + 4))) return undefined
  const behind = /^(?:[一二两三四五\d][包个份双组套件条])?([\u3400-\u9fff]{2})/.exec(text.slice(to))?.[1]
  if (behind && !FILLERS.test(behind) && !/^[的哦呢了哈呀咯]/.test(behind)) return behind.replace('的', '')
  const clause = text.slice(Math.max(0, from - 8), from).replace(/^.*[,。!?;]/, '')
  const before = OBJECT.exec(clause.replace(FILLERS, ''))?.[0]
  return before && !GENERIC.test(before) ? before.replace('的', '') : undefined
}
