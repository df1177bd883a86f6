import {
  createLearner,
  type Learner,
  type LearnerDeps,
  type LearnerState,
  type LogEvent,
} from '../src/insight/index.ts'
import type { Utterance } from '../src/intents/index.ts'
import { createLibrary, type Script, ScriptRecord, saidScript } from '../src/scripts/index.ts'
import { type SuggestDeps, type Suggested, suggest } from '../src/suggest/index.ts'
import { createLearningDesk } from './learning-desk.ts'
import { createRandom, type Random } from './random.ts'

export interface Simulated {
  /** Share of turns in which the first suggestion is the one the agent wants, before and after. */
  readonly before: number
  readonly after: number
  /** The same where nobody gave feedback. */
  readonly elsewhereBefore: number
  readonly elsewhereAfter: number
  readonly isBitEqual: boolean
}

const FAVOURED = 0.7
const FEEDBACK = 200
const AGENTS = 10
const PER_INTENT = 5
const NOW = Date.parse('2026-11-24T10:00:00+08:00')
/** Five ways to take up any question, as different as five replies of a library are. */
const WAYS = [
  '看到您的问题了，这就帮您核实',
  '这边替您查一下再回复您哦',
  '您稍等片刻，我去问问同事',
  '好的呢，马上给您一个准信',
  '收到啦，具体情况我来跟进',
]

/** Agents want one of five near-equal scripts in seven of ten turns, and nobody has told the ranking which. */
export function simulate(base: SuggestDeps, topics: readonly Topic[], seed: number): Simulated {
  const random = createRandom(seed)
  const scripts = topics.flatMap(({ topic }, i) => scriptsFor(topic, i))
  const library = createLibrary(scripts)
  const store: SuggestDeps = {
    ...base,
    library,
    analyse: { ...base.analyse, scriptSaid: (text, locale) => saidScript(library.said(text, locale)) },
  }
  const wanted = new Map(topics.map(({ topic }, i) => [topic, `sim.${i}.${Math.floor(random.next() * PER_INTENT)}`]))
  const said: LearnerDeps['said'] = (text, locale) => {
    const [entry] = library.said(text, locale)
    return entry && { id: entry.script.id, topics: entry.topics }
  }
  const learner = createLearner({ said })
  const desk = createLearningDesk(store, learner)
  const taught = topics.slice(0, topics.length / 2)
  const others = topics.slice(topics.length / 2)
  const before = hits(store, taught, wanted)
  const elsewhereBefore = hits(store, others, wanted)
  for (let i = 0; i < FEEDBACK; i += 1) {
    const { topic, messages } = taught[i % taught.length]!
    const text = random.pick(messages)
    const agent = `agent-${Math.floor(random.next() * AGENTS)}`
    const shown = ask({ ...desk.deps(), draw: random.next }, text, agent)
    const want = choose(wanted.get(topic)!, random)
    desk.log(`talk-${i}`, agent, [text], shown, [library.get(want)!.script.wordings[0]!.open])
  }
  return {
    before,
    after: hits(desk.deps(), taught, wanted),
    elsewhereBefore,
    elsewhereAfter: hits(desk.deps(), others, wanted),
    isBitEqual: foldsTheSame(desk.events, learner, said, Math.floor(random.next() * desk.events.length)),
  }
}

/** Whether the log, folded anew and broken off at `cut` and taken up again from what was saved, gives the same state to the bit. */
export function foldsTheSame(
  events: readonly LogEvent[],
  { state }: Learner,
  said: LearnerDeps['said'],
  cut: number,
): boolean {
  const first = createLearner({ said })
  for (const event of events.slice(0, cut)) first.add(event)
  const second = createLearner({ said }, JSON.parse(JSON.stringify(first.state)) as LearnerState)
  for (const event of events.slice(cut)) second.add(event)
  return JSON.stringify(second.state) === JSON.stringify(state)
}

/** A topic with messages about it. */
export interface Topic {
  readonly topic: string
  readonly messages: readonly string[]
}

/** Topics whose messages are read without doubt: learning is measured here, not understanding. */
export function clearTopics(deps: SuggestDeps, utterances: readonly Utterance[], count: number): Topic[] {
  const byTopic = new Map<string, string[]>()
  for (const { text, topics } of utterances) {
    if (topics.length === 1) byTopic.set(topics[0]!, [...(byTopic.get(topics[0]!) ?? []), text])
  }
  const clear: Topic[] = []
  for (const [topic, texts] of byTopic) {
    const messages = texts.filter((text) => ask(deps, text, 'a').intents[0]?.name === topic).slice(0, 8)
    if (messages.length === 8 && !/^(greeting|thanks|acknow|chitchat|other|price_haggle)/.test(topic))
      clear.push({ topic, messages })
    if (clear.length === count) break
  }
  return clear
}

function scriptsFor(topic: string, index: number): Script[] {
  return WAYS.map((way, i) => ({
    ...ScriptRecord.parse({
      id: `sim.${index}.${i}`,
      category: 'C40',
      intents: [topic],
      tier: 'answer',
      // the number of the topic in letters keeps the texts of topics apart
      wordings: [{ open: `${way}${letters(index)}`, short: `${way}${letters(index)}` }],
    }),
    locale: 'zh' as const,
  }))
}

function letters(index: number): string {
  return [...'甲乙丙丁戊己庚辛'][index % 8]! + [...'子丑寅卯辰巳午未'][Math.floor(index / 8)]!
}

function choose(favourite: string, random: Random): string {
  if (random.next() < FAVOURED) return favourite
  const others = Array.from({ length: PER_INTENT }, (_, i) => favourite.replace(/\d$/, String(i)))
  return random.pick(others.filter((id) => id !== favourite))
}

/** The chance that the first suggestion is wanted, over all messages. */
function hits(deps: SuggestDeps, topics: readonly Topic[], wanted: ReadonlyMap<string, string>): number {
  let sum = 0
  let count = 0
  for (const { topic, messages } of topics) {
    for (const text of messages) {
      const first = ask(deps, text, 'somebody').suggestions[0]?.scriptId
      sum +=
        first === wanted.get(topic)
          ? FAVOURED
          : first?.startsWith(wanted.get(topic)!.slice(0, -1))
            ? (1 - FAVOURED) / (PER_INTENT - 1)
            : 0
      count += 1
    }
  }
  return sum / count
}

function ask(deps: SuggestDeps, text: string, agent: string): Suggested {
  return suggest(
    {
      turnId: `sim-${text}`,
      messages: [{ role: 'shopper', text }],
      because: 'message',
      channel: 'taobao',
      agent: { id: agent },
      roles: ['agent'],
      uiLocale: 'zh',
      limit: 3,
      now: NOW,
    },
    deps,
  )
}
