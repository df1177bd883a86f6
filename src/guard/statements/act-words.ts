import type { Locale } from '../../protocol/index.ts'
import type { Act } from './statement.ts'

/** How an act is named, as sources of expressions. */
export interface Named {
  readonly act: Act
  /** Letters without which nothing is said of it. */
  readonly cue: string
  readonly does: string
  /** Its name, where that is another word. */
  readonly noun?: string
  /** Words that promise it without "for you". */
  readonly promised?: string
  /** Words that refuse it without "cannot". */
  readonly denied?: string
}

/** The acts that agents promise and refuse, by language. */
export const ACTS: Readonly<Record<Locale, readonly Named[]>> = {
  zh: [
    {
      act: 'resend',
      cue: '补|重[发新寄]',
      does: '补(?:发|寄|给|上|[一二两个](?!元)|(?=了|[,。!]|$))|重新?(?:给[您你])?(?:发|寄)',
      promised: '重新?给[您你](?:发|寄)',
      denied: '(?:补发|补寄|重发)(?:是)?(?:不了|不成|不(?:可以|行|能|给))|补不了',
    },
    {
      act: 'difference',
      cue: '差价',
      does: '(?:退|返|补)(?:您|你|给您)?(?:\\d+元?)?(?:的)?差价',
      promised: '差价[^,。!?不没]{0,5}(?:[给帮为][您你][^,。!?不没]{0,2}[退补返]|[退补返][还回]?给?[您你])',
      denied: '差价(?:我们|这个|这边|是)*(?:不(?:能|给|会|可以)?(?:退|补|返)|退不了|补不了)',
    },
    {
      act: 'compensate',
      cue: '补偿|赔',
      does: '补偿|赔付|退一赔[一二三十]|假一赔|赔(?!礼|个?不是|罪|多少)',
      promised: '(?:补偿|赔[付偿]?)给?[您你](?!多少|什么)|退一赔[一二三十]|假一赔[一三十]|我们全?赔',
      denied:
        '(?:补偿|赔偿|赔付)[^,。!?]{0,8}(?:不(?:给|可以|能|行)|没有|给不了)|(?:补偿|赔)不了|只(?:能|可以)?(?:给[您你])?赔[您你]?(?:一半|一?部分)',
    },
    {
      act: 'refund',
      cue: '退',
      does: '(?:申请|处理|操作|办理|全额|先)?退(?:款|钱|全款|全额|还|您\\d|你\\d|给[您你])|全额?退',
      promised: '退还?给[您你]',
      denied: '退不了(?!货)|退款?(?:是)?不了|只(?:能|可以)?(?:给[您你])?退[您你]?(?:一半|一?部分)',
    },
    {
      act: 'price_change',
      cue: '价|改',
      does: '改(?:一?下|好|个)?(?:价|成\\d|到\\d|为\\d)',
      promised: '我(?:来|这边)?改(?:价|成\\d|到\\d)',
      denied:
        '(?:价格|价钱|价)(?:这边|是|我们)*(?:改不了|没法改|不能改|改不动)|改不[了动]价|不能?改价|(?<!先)按照?(?:原价|页面价?格?|标价)(?:来|付|拍|走)(?![^。!?]{0,12}[退返])',
    },
    {
      act: 'gift',
      cue: '送|赠|礼|小',
      does: '(?:(?<![派配运发护])送|赠送?|(?:放|塞|装|加)(?:[一二两几个]?个?小|[一二两几][片包双条支]|个(?![急单备好微])))(?!到|达|货|货|检|礼盒装|人|长辈|朋友|去|过去|回)',
      promised: '送[您你](?!到|去|人)',
      denied:
        '没有?(?:任何)?(?:赠品|礼物|礼品|小?礼|送的?)|(?:赠品|礼物|礼品)(?:是|都)?(?:没有|没了|送完|取消)|送不了|不(?:能|会|再|给)?(?:单独)?(?:送|赠)(?!到|货|达|人|去)',
    },
    {
      act: 'exchange',
      cue: '换',
      does: '(?:换货|换一?[个件双套条款]|换(?:大|小|新))(?!.{0,8}(?:地址|快递|种|家))',
      denied: '换不了|换货(?:是)?(?:不了|不行|不可以)',
    },
    {
      act: 'accept_return',
      cue: '退',
      does: '退换?货|退换|退(?=[的哦呢哈,。!]|$)',
      denied: '退不了货|退换?货(?:是)?不(?:行|可以|支持)',
    },
    {
      act: 'invoice',
      cue: '票|开不',
      does: '(?:开|出|寄|补)(?:一?张|个)?(?:电子|增值税)?(?:发票|[普专]?票)',
      promised: '发票(?:跟|和|随|会|可以|给[您你])[^,。!?不]{0,8}(?:寄|发|开)',
      denied: '(?:开|提供)不了(?:发票|票)?|没有发票|发票(?:是)?(?:开不了|没有|不能开)',
    },
    {
      act: 'hold',
      cue: '留|[别人]人|人家|先到|[卖拍抢]|没有?货|售罄',
      does: '预留|留(?:着|货|住|到|好|一[件个双套条])',
      denied:
        '不(?:能|可以|给|会)?(?:预留|留货|留着|给您留|帮您留)|留不[了住]|没留|先到先得|(?:别人|人家|[别其]他?的?(?:顾客|买家|客人))[^,。!?没不]{0,4}[拍买抢订付]|卖给(?:别|其他|人家)|[卖拍抢买][掉走](?!吗)|(?<![不没])卖[完光]|没有?货|售罄',
    },
    {
      act: 'reply',
      cue: '[回答]复|回[电信话您你音]|联系|通知|告[知诉]|电话|反馈|消息|个信',
      does: '(?:回复|答复|回电|回信|打电话|回个?电话|回话|消息|回音|个信)|(?:回复|通知|联系|告知|告诉|反馈给)[您你]',
      promised:
        '(?:稍后|[等待]会儿?|一会儿?|马上|尽快|分钟[内后]?|小时[内后]?|工作日[内后]?)(?:有专人|就|会|给)?(?:回复|回电|答复|回[您你]|联系[您你])|(?:会|再|就|马上)(?:及时|尽快|第一时间)?(?:通知|联系|告知|告诉)[您你]',
      denied: '(?:回复|回电)不了',
    },
  ],
  en: [
    {
      act: 'resend',
      cue: 'send|ship|post|mail|replac',
      does: '(?:re-?send|(?:send|ship|post|mail)(?: you| out)* (?:a |an )?(?:free )?(?:replacement|new one|another|missing))|replace (?:it|that|the)|(?:pop|put|get) [^.,!?]{0,24}in the (?:post|mail)|send out',
      noun: '(?:replacements?|re-?sending)',
    },
    {
      act: 'compensate',
      cue: 'compensat|credit|money|back',
      does: '(?:compensate|give you (?:an? )?(?:credit|compensation|[$£€]\\d+)|offer (?:you )?(?:any )?compensation)',
    },
    {
      act: 'refund',
      cue: 'refund|money',
      does: 'refund|give you (?:a|your) (?:full |partial )?(?:refund|money)|(?:offer|issue|provide) (?:you )?(?:a |any )?refund',
      promised: "\\byou(?:'ll| will) (?:get|receive|have) (?:a |your )?(?:full )?refund",
      noun: '(?:a )?refunds?',
      denied: '\\bno refunds?\\b',
    },
    { act: 'price_change', cue: 'price|total', does: '(?:change|adjust|lower|reduce) the (?:price|total)|price.match' },
    {
      act: 'gift',
      cue: 'gift|sample',
      does: '(?:add|include|throw in|send|give)(?: you)? (?:a |an |any |the )?(?:free )?(?:gift|sample)|give free gifts',
      denied: "there(?:'s| is| are) no (?:free )?gift",
    },
    { act: 'exchange', cue: 'exchange|swap', does: 'exchange|swap (?:it|that|the)', noun: 'exchanges?' },
    {
      act: 'invoice',
      cue: 'invoice',
      does: '(?:send|issue|provide|include)(?: you)? (?:a|an|the|your|any )? ?invoices?',
    },
    {
      act: 'hold',
      cue: 'hold|reserve|aside|keep|sold|gone|went|first',
      does: '(?:hold|reserve|keep|put|set) (?:it|one|them|(?:any )?items?|the last|the \\w+ (?:one )?(?:aside |back )?for you)',
      denied:
        "\\b(?:it's|it|has|have|was|been|already) (?:been )?(?:sold|gone) (?:to|out|back|already)|\\b(?:went|gone|sold) to (?:another|some)|first come",
    },
    {
      act: 'reply',
      cue: 'you',
      does: '(?:get back to|reply to|call|contact) you|let you know',
      promised: '\\b(?:and|to) get back to you',
    },
  ],
  ko: [
    {
      act: 'resend',
      cue: '보내|발송',
      does: '재발송|다시 ?(?:보내|발송)|새 ?(?:상품|제품)(?:으로|을)? ?(?:다시 )?(?:보내|발송)',
    },
    { act: 'compensate', cue: '보상|적립', does: '보상|적립금' },
    { act: 'refund', cue: '환불|차액', does: '환불|차액' },
    { act: 'price_change', cue: '가격|금액', does: '(?:가격|금액)(?:을)? ?(?:조정|수정|변경)' },
    {
      act: 'gift',
      cue: '사은품|서비스|선물|샘플',
      does: '(?:사은품|샘플)(?:으로|을|도)?|(?:서비스|선물)로',
      denied: '(?:사은품|샘플)(?:은|이|도)? ?(?:없|따로 없|제공되지|드리지|못)',
    },
    { act: 'exchange', cue: '교환', does: '교환' },
    { act: 'invoice', cue: '영수증|계산서', does: '(?:영수증|세금계산서)(?:을|를)? ?(?:발행|발급)?' },
    {
      act: 'hold',
      cue: '두|놓|빼|남겨|다른',
      does: '(?:따로 )?(?:빼|남겨|보관해|챙겨) ?(?:두|놓|드리(?=기|지))',
      denied: '다른 (?:분|고객)[^.,!?]{0,8}(?:구매|주문|결제|사)',
    },
    { act: 'reply', cue: '연락|답변|회신|전화', does: '(?:연락|답변|회신|전화)' },
  ],
}
