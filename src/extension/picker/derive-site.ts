import type { SiteDescription } from '../../protocol/index.ts'
import { queryAll } from '../content/deep-query.ts'
import { editableIn } from '../editors/insert-text.ts'
import { stableSelector, traitsOf } from './stable-selector.ts'

/** What an agent pointed at. */
export interface Pointed {
  readonly list: Element
  readonly shopper: Element
  readonly agent: Element
  readonly box: Element
  /** Absent: the address tells the conversations apart. */
  readonly name: Element | undefined
}

/** Why no description can be made of what was pointed at. */
export type Unfit = 'pickSame' | 'pickOutside' | 'pickNoBox'

/** A description of the page, made of one example of each thing. */
export function deriveSite(pointed: Pointed, page: Document): SiteDescription | Unfit {
  const { list, shopper, agent, box, name } = pointed
  if (!list.contains(shopper) || !list.contains(agent)) return 'pickOutside'
  const rows = rowsOf(shopper, agent)
  if (!rows) return 'pickSame'
  const editable = editableIn(box) ?? editableIn(box.closest('[contenteditable]') ?? box)
  if (!editable) return 'pickNoBox'
  const bubbles = bubblesOf(rows, list)
  const text = textSelector(rows, shopper, agent)
  return {
    id: 'picked',
    name: page.location.host.slice(0, 80),
    version: 1,
    tested: 'picked',
    matches: [],
    channel: 'web',
    list: stableSelector(list, page),
    bubbles,
    roles: rolesOf(rows, queryAll(list, bubbles)),
    ...(text ? { text } : {}),
    ...idAttribute(rows),
    replyBox: stableSelector(editable, page),
    conversation: name ? { selector: stableSelector(name, page) } : {},
  }
}

interface Rows {
  readonly shopper: Element
  readonly agent: Element
}

/** The bubbles' rows: where the ways up from both meet, one step below. */
function rowsOf(shopper: Element, agent: Element): Rows | undefined {
  if (shopper.contains(agent) || agent.contains(shopper)) return undefined
  let row = shopper
  while (row.parentElement && !row.parentElement.contains(agent)) row = row.parentElement
  const both = row.parentElement
  let other = agent
  while (other.parentElement && other.parentElement !== both) other = other.parentElement
  return both ? { shopper: row, agent: other } : undefined
}

/** What both rows share, so that it finds the rows of everybody. */
function bubblesOf({ shopper, agent }: Rows, list: Element): string {
  const parent = shopper.parentElement!
  const outer = parent === list ? ':scope' : stableWithin(parent, list)
  const other = traitsOf(agent)
  const shared = traitsOf(shopper).find((trait) => !trait.startsWith('#') && other.includes(trait))
  return `${outer} > ${shared ?? '*'}`
}

const stableWithin = (element: Element, list: Element): string =>
  traitsOf(element).find(
    (trait) => list.querySelectorAll(trait).length === 1 && list.querySelector(trait) === element,
  ) ?? `:scope ${element.localName}`

/** What agents' rows have and shoppers' have not, in them or on them; else the side on which they lie. */
function rolesOf({ shopper, agent }: Rows, all: readonly Element[]): SiteDescription['roles'] {
  const has = (row: Element, trait: string) => row.matches(trait) || row.querySelector(trait) !== null
  const only = (row: Element, other: Element) =>
    [row, ...row.querySelectorAll('*')]
      .flatMap((element) => traitsOf(element).filter((trait) => !trait.startsWith('#')))
      .find((trait) => !has(other, trait) && all.filter((any) => has(any, trait)).length < all.length)
  const agentTrait = only(agent, shopper)
  const shopperTrait = only(shopper, agent)
  if (agentTrait && shopperTrait)
    return [{ role: 'agent', selector: agentTrait }, { role: 'shopper', selector: shopperTrait }, { role: 'system' }]
  if (agentTrait) return [{ role: 'agent', selector: agentTrait }, { role: 'shopper' }]
  if (shopperTrait) return [{ role: 'shopper', selector: shopperTrait }, { role: 'agent' }]
  return [{ role: 'agent', side: 'right' }, { role: 'shopper' }]
}

/** What was clicked in both rows, when it is called alike in both; else all text of the row counts. */
function textSelector(rows: Rows, shopper: Element, agent: Element): string | undefined {
  if (shopper === rows.shopper || agent === rows.agent) return undefined
  const other = traitsOf(agent)
  return traitsOf(shopper).find(
    (trait) =>
      other.includes(trait) &&
      !trait.startsWith('#') &&
      rows.shopper.querySelector(trait) === shopper &&
      rows.agent.querySelector(trait) === agent,
  )
}

/** An attribute of both rows whose values look like names of messages. */
function idAttribute({ shopper, agent }: Rows): Pick<SiteDescription, 'messageId'> {
  const attribute = ['data-message-id', 'data-msg-id', 'data-id', 'data-mid', 'data-key', 'id'].find((candidate) => {
    const [one, two] = [shopper.getAttribute(candidate), agent.getAttribute(candidate)]
    return one && two && one !== two && /\d/.test(one) && /\d/.test(two)
  })
  return attribute ? { messageId: { attribute } } : {}
}
