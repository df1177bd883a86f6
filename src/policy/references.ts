import type { Platform } from './card.ts'

/** A platform's product id as it stands in a text; offsets in UTF-16 units, those of the whole link when it stands in one. */
export interface Reference {
  readonly id: string
  /** Known when the link's host tells it. */
  readonly platform?: Platform
  readonly start: number
  readonly end: number
}

// a host begins where no host character stands before it, which keeps the search linear in hostile texts
const URL =
  /(?:https?:\/\/|(?<![a-z0-9.-])(?:[a-z0-9-]{1,63}\.){1,6}(?:com|cn|net|hk)\/)[^\s\u3000-\u303f\u3400-\u9fff\uff00-\uffef<>"']+/gi
const BARE_ID = /(?<![\dA-Za-z])\d{10,13}(?!\d)/g

/** Where each platform's item links carry the product id. */
const LINKS: readonly (readonly [Platform, RegExp, RegExp])[] = [
  ['taobao', /(?:^|\.)(?:(?:taobao|tmall)\.(?:com|hk)|tb\.cn)$/i, /[?&](?:id|item_?id|itemNumId)=(\d{6,20})/i],
  ['jd', /(?:^|\.)(?:jd\.(?:com|hk)|3\.cn)$/i, /(?:\/|[?&](?:sku|wareId)=)(\d{6,20})(?:\.html|[?&#]|$)/i],
  ['pdd', /(?:^|\.)(?:yangkeduo|pinduoduo)\.com$/i, /[?&]goods_id=(\d{6,20})/i],
  ['douyin', /(?:^|\.)(?:jinritemai|douyin)\.com$/i, /[?&](?:id|product_id|goods_id)=(\d{6,20})/i],
]

/** Product ids in a text: those of item links, and bare numbers of 10 to 13 digits outside links. */
export function referencesIn(text: string): Reference[] {
  const found: Reference[] = []
  const links: { start: number; end: number }[] = []
  if (text.includes('.')) {
    for (const match of text.matchAll(URL)) {
      const span = { start: match.index, end: match.index + match[0].length }
      links.push(span)
      const host = match[0].replace(/^https?:\/\//i, '').split(/[/?#]/)[0]!
      for (const [platform, site, id] of LINKS) {
        const hit = site.test(host) ? id.exec(match[0]) : null
        if (hit) found.push({ id: hit[1]!, platform, ...span })
      }
    }
  }
  if (/\d{10}/.test(text)) {
    for (const match of text.matchAll(BARE_ID)) {
      const span = { start: match.index, end: match.index + match[0].length }
      if (!links.some((link) => span.start < link.end && link.start < span.end)) found.push({ id: match[0], ...span })
    }
  }
  return found
}
