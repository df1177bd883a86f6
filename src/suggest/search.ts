import { FOUND_BY } from '../protocol/index.ts'
import { type Candidate, fill, type Match, plainLookup, unmet } from '../scripts/index.ts'
import { candidatesOf } from './candidates.ts'
import { type Features, featuresOf, scoreOf, topicFit } from './features.ts'
import type { Placed } from './nudge.ts'
import { type Dropped, say, type Wording } from './offer.ts'
import { queryOf } from './query.ts'
import type { Turn } from './turn.ts'

/** Scripts looked at per search. */
const FINDS = 48
/** Who searches decides by themselves whether this is the moment; what a store has, who may say it and when it holds is no matter of opinion. */
const MOMENT: ReadonlySet<string> = new Set([
  'event',
  'flow',
  'stage',
  'rung',
  'haggle',
  'mood',
  'first',
  'answered',
  'words',
])
/** What is found by its words alone fits what was typed less. */
const TYPED: Readonly<Record<Match['by'], number>> = { code: 1, initials: 1, pinyin: 1, text: 1, words: 0 }
const WITHIN = 0.6

/**
 * What fits what the agent has typed, filled: by short code, pinyin initials, full pinyin, text, then by words; what begins with it before what has it within, and
 * among equals what serves this talk best. Each text once.
 */
export function search(turn: Turn, typed: string, dropped: Dropped[]): Placed[] {
  const found: Find[] = []
  for (const match of matchesOf(turn, typed)) {
    const conditions = match.entry.conditions.filter(({ code }) => !MOMENT.has(code))
    const candidate = candidateOf(turn, match)
    const said = unmet(conditions, turn.situation) ?? asFound(turn, match) ?? say(turn, candidate)
    if (typeof said === 'string') dropped.push({ scriptId: match.entry.script.id, code: said })
    else found.push(findOf(turn, typed, candidate, said, match))
  }
  found.push(...continued(turn, typed))
  found.sort((a, b) => a.rank - b.rank || b.place.score - a.place.score || positionOf(a.place) - positionOf(b.place))
  const texts = new Set<string>()
  return found.flatMap(({ place }) => {
    const { text } = place.offer.filled
    if (texts.has(text)) return []
    texts.add(text)
    return [place]
  })
}

interface Find {
  readonly place: Placed
  readonly rank: number
}

function findOf(
  turn: Turn,
  typed: string,
  candidate: Candidate,
  said: Wording,
  match: Pick<Match, 'by' | 'grade'>,
): Find {
  const { topic, topicShare } = candidate
  const fit = turn.fits.get(topic) ?? topicFit(topic, topicShare, turn.analysis)
  const own = featuresOf(candidate, fit, said.filled, turn.analysis, typed, 0)
  const way = TYPED[match.by] * (match.grade === 0 ? 1 : WITHIN)
  const features: Features = { ...own, typed: Math.max(own.typed, way) }
  const score = scoreOf(features, turn.deps.weights)
  const place: Placed = { offer: { candidate, ...said, features }, score, value: score, runnerUp: score }
  return { place, rank: rankOf(match, own.typed) }
}

/** Replies to what was said that begin with what was typed, whatever stands in their slots: no template could be found by it. */
function continued(turn: Turn, typed: string): Find[] {
  const finds: Find[] = []
  for (const candidate of candidatesOf(turn, queryOf(turn)).slice(0, FINDS)) {
    if (unmet(candidate.entry.conditions, turn.situation) !== undefined) continue
    const said = say(turn, candidate)
    if (typeof said === 'string' || !said.filled.text.startsWith(typed)) continue
    finds.push(findOf(turn, typed, candidate, said, { by: 'text', grade: 0 }))
  }
  return finds
}

/** The library's finds and those among the texts that the store has approved, its own and this agent's. */
function matchesOf({ deps, analysis, input }: Turn, typed: string): Match[] {
  const { library, learned, lookup = plainLookup } = deps
  const found = [...lookup.find(library.shelf(analysis.locale), typed, FINDS)]
  const approved = learned?.approved
  if (!approved) return found
  const own = lookup.find(approved.library.shelf(analysis.locale), typed, FINDS).filter(({ entry }) => {
    const owner = approved.owner(entry.script.id)
    return owner === undefined || owner === input.agent?.id
  })
  return [...found, ...own]
}

function candidateOf({ analysis, fits }: Turn, { entry, by }: Match): Candidate {
  const meant = analysis.topics.find(({ name }) => fits.has(name) && entry.topics.includes(name))
  const topic = meant?.name ?? entry.topics[0] ?? ''
  return { entry, topic, topicShare: meant?.share ?? 0, words: by === 'words' ? 1 : 0, flow: 0, near: 0 }
}

/** The very wording that was found, said before or not. */
function asFound({ facts }: Turn, { entry, at }: Match): Wording | undefined {
  const form = at && entry.forms[at.wording]
  const filled = form && fill(form[at.length], facts)
  return filled && !('lacks' in filled) ? { filled, template: form.wording[at.length] } : undefined
}

/** A text that came out as what was typed is found by its text, whatever stood in its slots. */
function rankOf({ by, grade }: Pick<Match, 'by' | 'grade'>, typedFit: number): number {
  const way = FOUND_BY.indexOf(by)
  if (by === 'words' && typedFit > 0) return FOUND_BY.indexOf('text') * 2 + (typedFit === 1 ? 0 : 1)
  return way * 2 + (by === 'text' && typedFit === 1 ? 0 : grade)
}

function positionOf({ offer }: Placed): number {
  return offer.candidate.entry.position
}
