import { normalise } from '../../intents/index.ts'
import type { Locale } from '../../protocol/index.ts'

/** Words of courtesy, empathy and connection: they say nothing about goods, terms or acts. */
const COURTESY: Readonly<Record<Locale, RegExp>> = {
  zh: /亲爱的|亲亲|亲|宝贝|您好|你好|小主|客官|谢谢|感谢|多谢|辛苦|理解|体谅|包涵|谅解|见谅|支持|信任|抱歉|对不起|不好意思|久等|麻烦|打扰|请|稍等|稍候|放心|安心|别急|着急|担心|客气|应该的|欢迎|光临|随时|有(?:任何|什么|别的|其他)?(?:问题|疑问|需要|不懂|不清楚|不明白)|问题|疑问|需要|尽管|吩咐|联系|找我|喊我|叫我|咨询|祝|愉快|开心|顺利|心情|幸福|美好|生活|购物|我们|咱们|咱家|小店|小二|这边|帮您|为您|给您|替您|陪您|服务|高兴|乐意|荣幸|明白|知道|了解|感受|心里|换作|确实|真的|实在|非常|十分|特别|希望|一起|慢慢|看看|参考|考虑|决定|做主|拿主意|喜欢|合适|合心意|方便|帮到|帮助|为难|听到|收到|消息|记得|注意|提醒|留意|哦|呢|哈|啦|呀|哒|吧|嗯|好的|好嘞|可以|这样|这么|那么|就是|如果|的话|因为|所以|还有|另外|同时|先|再|然后/g,
  en: /\b(?:hi|hello|hey|dear|thanks?|you|your|yours|please|sorry|apolog\w*|regret|appreciate|grateful|welcome|happy|glad|pleased|delighted|pleasure|sure|certainly|course|absolutely|no|problem|worries|worry|wait\w*|patien\w*|patience|moment|minute|bear|with|me|us|we|our|i|my|let|know|feel|need|any|anything|else|more|question\w*|help\w*|here|ever\w*|any ?time|understand\w*|frustrat\w*|inconvenien\w*|trouble|hear\w*|see|look\w*|want\w*|like\w*|love\w*|hope\w*|wish\w*|enjoy\w*|day|nice|lovely|great|good|kind\w*|really|very|so|just|that|this|it|its|the|a|an|is|are|am|be|was|were|been|will|would|can|could|shall|do|does|did|have|has|had|to|of|for|in|on|at|and|or|but|if|as|by|from|about|there|then|when|what|which|how|why|who|all|both|also|too|quite|now|still|yet|reach|ask|contact|simply|make\w*|take\w*|get\w*|give\w*|go\w*|come\w*|say\w*|tell\w*|one|way|bit|little|time|ready|decide|decision|choice|choose)\b/g,
  ko: /안녕하세요|고객님|감사\S*|죄송\S*|고맙\S*|실례\S*|양해\S*|이해\S*|불편\S*|걱정\S*|염려\S*|언제든\S*|궁금\S*|문의\S*|편하\S*|말씀\S*|도와\S*|도움\S*|드리\S*|드릴\S*|드려\S*|부탁\S*|기다\S*|잠시\S*|조금|좋은|하루|되세요|보내세요|즐거운|행복\S*|마음\S*|기쁘\S*|반갑\S*|환영\S*|네|예|정말|진심\S*|혹시|그리고|또한|다른|더|저희\S*|제가|필요\S*|점|것\S*|수|있\S*|하시\S*|하신\S*|해\S*|주세요|주시\S*|함께|바랍니다|바라\S*|보시\S*|참고\S*|선택\S*|결정\S*|천천히|살펴\S*|좋\S*|덕분\S*|찾아\S*|관심\S*|이용\S*|알려\S*/g,
}
/** Letters that carry no matter. */
const PLAIN_HAN = new Set(
  '的了是在有和就都而及与着或也很到说要去会能可以这那个们你我他她它您咱自己上下里外中大小多少好一不没把被让给向从对于为以因所但还又再才只最更太真些点么什怎样时候间后前先现今天来出过得地用看想做吧吗呢啊哦呀啦哈嘛哒嗯诶啥哪谁几每各其此如若则且并等另请麻烦尽量帮',
)
const PLAIN_HANGUL = new Set('이가은는을를에의와과도로으만하고지해서요다니습입세시주실드릴면어아여게한된되있수그저것')

/** Of a clause's words, so many must come from the suggestion or be courtesy. */
const SHARE = 0.3
const LEAST = 4

/**
 * A clause of the rewrite that has next to nothing of the suggestion in it and is no courtesy: something was added, in whatever words. Texts of two
 * languages cannot be compared this way.
 */
export function foreignClause(suggestion: string, rewrite: string, locale: Locale): string | undefined {
  const known = piecesOf(normalise(suggestion).text, locale)
  const vocabulary = new Set(known)
  return normalise(rewrite)
    .text.split(/[,。!?;~…\n]|\.(?!\d)|(?<=[요다]) /)
    .find((clause) => {
      const pieces = piecesOf(clause.replace(COURTESY[locale], ' '), locale)
      if (pieces.length < (locale === 'en' ? 3 : LEAST)) return false
      return pieces.filter((piece) => vocabulary.has(piece)).length / pieces.length < SHARE
    })
}

function piecesOf(text: string, locale: Locale): string[] {
  // word forms of English share their first letters
  if (locale === 'en') return (text.match(/[a-z]{3,}/g) ?? []).map((word) => word.slice(0, 4))
  const plain = locale === 'ko' ? PLAIN_HANGUL : PLAIN_HAN
  return [...text].filter((letter) => /[\u3400-\u9fff\uac00-\ud7af]/.test(letter) && !plain.has(letter))
}

/** Words that say more formally, more gently or at more length what was said already. */
const NEUTRAL =
  /本店|店铺|本品|该款?|商品|宝贝|产品|暂时|暂|目前|眼下|平时|平日|若|敬|带来|挺|需|万一|跑一趟|现在|敬请|添|将|体验|提供|查询|询问|咨询|进度|不妨|使用|告诉|告知|操心|尺码|[一这]张|这[款件个单]|别忘|忘|之处|已经?|由|无需|均|照片|比较|一声|声|享受|享|一般|大概|大约|预计|确认|是否|订单|至|跟|与|属于?|尚|一致|价格|款式|顺手|顺便|含|恕|货|选|身体|惜|带走|一下|仍|仅供|予以|给予|进行|发生|产生|立[刻即]|刚刚?|正|地方|位于|部分|情况|方面|相关|具体|内容|信息|及|的时候|时|内|才|咯|哟|嘞|滴|嗷|噢|诶|咧|呗|自动|自行|选择|拍|购买|入手|下单|收到|购物车|加入/g
/** Letters that turn a sentence by themselves. A "no" is counted elsewhere. */
const TURNING = new Set('前快慢退换赔补垫减免送赠多瘦胖假始止增涨降贵')
const NO = new Set('不没无未别勿莫恕否')
/** So many other letters may be the price of saying it better. */
const SPARE = 1

/**
 * Letters of a Chinese rewrite that are neither the suggestion's nor courtesy nor neutral wording nor part of a fact, which is compared by itself
 * (`locked`, in UTF-16 offsets): with more than one of them, or one that turns a sentence, something is said that was not. Empty = nothing is.
 */
export function newLetters(
  suggestion: string,
  rewrite: string,
  locked: readonly { start: number; end: number }[],
): string {
  let rest = rewrite
  for (const { start, end } of locked) rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end)
  const known = new Set(normalise(suggestion).text)
  const left = normalise(rest).text.replace(COURTESY.zh, ' ').replace(NEUTRAL, ' ')
  const letters = [...left].filter((letter) => /[\u3400-\u9fff]/.test(letter) && !known.has(letter) && !NO.has(letter))
  const isMoved = letters.includes('后') && known.has('前')
  const turning = letters.filter((letter) => TURNING.has(letter))
  const others = letters.filter((letter) => !PLAIN_HAN.has(letter))
  return isMoved || turning.length > 0 || others.length > SPARE ? letters.join('') : ''
}
