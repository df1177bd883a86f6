import { isSlotName, type SlotName } from '../../intents/index.ts'

/** A phrase's text as a template of ours, with the variables that stand for slots and those that stand for nothing we know. */
export interface Translated {
  readonly template: string
  readonly mapped: readonly { readonly variable: string; readonly slot: SlotName }[]
  readonly unmapped: readonly string[]
}

/** `{{ticket.requester.name}}`, `{单号}`, `%{name}`, `{买家昵称}`, `[[name]]`, `#订单号#`. */
const VARIABLE =
  /\{\{\s*([^{}\n]{1,80}?)\s*\}\}|%?\{\s*([^{}\n]{1,80}?)\s*\}|\[\[\s*([^[\]\n]{1,80}?)\s*\]\]|#([\p{L}_]{1,20})#/gu

/** What other programs call our slots: whole names, lower case, without spaces, dots and underscores. */
const SLOT_OF: Readonly<Record<string, SlotName>> = Object.fromEntries(
  (
    [
      [
        'shopper.name',
        '买家昵称 客户昵称 顾客昵称 昵称 买家 客户姓名 客户 nick nickname buyernick contactname contactfirstname firstname name customername customerfirstname ticketrequestername ticketrequesterfirstname ticketcustomername ticketcustomerfirstname userfirstname username userfullname visitorname',
      ],
      [
        'agent',
        '客服 客服昵称 客服名 agentname agentfirstname currentusername currentuserfirstname currentuserfullname ticketassigneename teammatename teammatefirstname operator operatorname',
      ],
      ['shop', '店铺 店铺名 店铺名称 店名 shopname storename accountname inboxname ticketorganizationname'],
      [
        'order.no',
        '订单号 订单编号 orderno orderid ordernumber ordername lastordername ticketcustomerintegrationsshopifyorders0name',
      ],
      ['order.tracking', '单号 快递单号 运单号 物流单号 trackingno trackingnumber'],
      ['order.courier', '快递 快递公司 物流公司 courier carrier trackingcompany'],
      ['product.name', '商品 商品名 商品名称 宝贝 宝贝名称 product productname producttitle'],
      ['product.price', '价格 商品价格 售价 productprice price'],
      ['region', '地区 城市 省份 region city province'],
      ['size', '尺码 size'],
      ['colour', '颜色 color colour'],
    ] as const
  ).flatMap(([slot, names]) => (isSlotName(slot) ? names.split(' ').map((name) => [name, slot] as const) : [])),
)

/** Our prices are printed with their currency: what a phrase has around its own would stand there twice. */
const CURRENCY_TWICE = /(?:[¥￥$₩]\s*)?(\{\{product\.price\}\})(?:\s*(?:元钱?|块钱?|RMB|원))?/giu

/** What stands for a variable that nobody fills: the guard takes it for a blank, so that it is never offered as it is. */
const blank = (name: string) => `【${name}】`

/** Maps the variables of other programs to our slots; braces that mean nothing are taken out, since they are none of a template. */
export function translateVariables(text: string): Translated {
  const mapped: Translated['mapped'][number][] = []
  const unmapped: string[] = []
  const template = text.replace(VARIABLE, (variable: string, ...groups: (string | undefined)[]) => {
    const name = groups.slice(0, 4).find((one) => one !== undefined)!
    const slot = slotOf(name, groups[0] !== undefined)
    if (slot) {
      mapped.push({ variable, slot })
      return `{{${slot}}}`
    }
    unmapped.push(variable)
    return blank(name)
  })
  const isTidy = (part: string) => /^\{\{[\w.]+\}\}$/.test(part)
  return {
    template: template
      .replace(CURRENCY_TWICE, '$1')
      .split(/(\{\{[\w.]+\}\})/)
      .map((part) => (isTidy(part) ? part : part.replace(/[{}]/g, '')))
      .join(''),
    mapped,
    unmapped,
  }
}

/** `isOurs` = written as we write slots: `{{price}}` is what the shopper has named, `{price}` elsewhere what the goods cost. */
function slotOf(name: string, isOurs: boolean): SlotName | undefined {
  if (isOurs && isSlotName(name)) return name
  return SLOT_OF[name.toLowerCase().replace(/[\s._[\]-]/g, '')] ?? (isSlotName(name) ? name : undefined)
}
