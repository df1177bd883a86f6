import type { Haggle, State } from '../protocol/index.ts'
import { chanceOf, type Said, told } from './said.ts'

const CLEAR = 0.9
/** A reading that is haggling by itself, and one that is when the words say so too. */
const SURE = 0.55
const LIKELY = 0.3
/** Who says so surely that they will not buy does not haggle. */
const GONE = 0.85
/** A reading that plain words of haggling outweigh. */
const VAGUE = 0.7
const ORDER: readonly Haggle[] = ['probe', 'insist', 'plea', 'threat']

/** The topic of a message that haggles so, where its reading missed it. */
export const HAGGLE_TOPIC: Readonly<Record<Haggle, string>> = {
  probe: 'price_haggle.probe',
  insist: 'price_haggle.insist',
  threat: 'price_haggle.threat_plea',
  plea: 'price_haggle.threat_plea',
}

/** How a message haggles (playbook C43-C45), or undefined when it does not. */
export function haggleIn(message: Said, { rung = 0, about = [] }: Pick<State, 'rung' | 'about'>): Haggle | undefined {
  const threat = told(message, 'threat')
  const plea = told(message, 'plea')
  const insist = told(message, 'insist')
  const bargain = told(message, 'bargain')
  if (!haggles(message, bargain, Math.max(threat, plea, insist), rung > 0 && isAboutPrice(about))) return undefined
  if (threat >= CLEAR) return 'threat'
  if (plea >= CLEAR) return 'plea'
  return insist >= CLEAR || rung > 0 || namesPrice(message) ? 'insist' : 'probe'
}

/** The stronger of two ways to haggle in one burst. */
export function stronger(a: Haggle, b: Haggle | undefined): Haggle {
  return b !== undefined && ORDER.indexOf(b) > ORDER.indexOf(a) ? b : a
}

function haggles(message: Said, bargain: number, force: number, goesOn: boolean): boolean {
  if (told(message, 'T04') > 0) return false
  const first = message.intents[0]
  if (first?.name === 'acknowledgement.lost' && first.confidence >= GONE) return false
  // a price change that was agreed on is a routine act (C64)
  if (message.intents.find(({ family }) => family === 'price_haggle')?.name === 'price_haggle.adjust')
    return bargain + force >= CLEAR
  if (chanceOf(message, 'price_haggle') >= SURE) return true
  if (chanceOf(message, 'price_haggle') >= LIKELY) return bargain + force >= CLEAR
  if (bargain >= CLEAR && (force >= CLEAR || first === undefined || first.confidence < VAGUE)) return true
  return goesOn && (force >= CLEAR || namesFigure(message))
}

/** A price named while the price is talked of is an offer, whatever goes with it: 49我现在就拍. Who says yes to one takes it. */
function namesFigure({ entities, intents }: Said): boolean {
  return intents[0]?.name !== 'acknowledgement.price_accept' && entities.some(({ slot }) => slot === 'price')
}

function isAboutPrice(about: NonNullable<State['about']>): boolean {
  return about.some(({ name }) => name.startsWith('price_haggle'))
}

function namesPrice({ entities, intents }: Said): boolean {
  const own = intents[0]?.name
  return own === 'price_haggle.final' || own === 'price_haggle.insist' || entities.some(({ slot }) => slot === 'price')
}
