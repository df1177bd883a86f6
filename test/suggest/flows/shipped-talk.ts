import { join } from 'node:path'
import { initialState, type Moment } from '../../../src/intents/index.ts'
import type { EventType, State } from '../../../src/protocol/index.ts'
import { DATA } from '../../../src/server/engine.ts'
import { readFlows } from '../../../src/server/load/flows.ts'
import { createFlows } from '../../../src/suggest/index.ts'

const flows = createFlows(await readFlows(join(DATA, 'flows')))

/** A talk that only its flows remember, by the shipped flows: what each message means, and what else the state knows by then, is given. */
export class ShippedTalk {
  state: State = initialState('zh')

  private step(moment: Moment, more: Partial<State>): this {
    this.state = flows.follow({ ...this.state, ...more }, moment)
    return this
  }
  /** `means` are topics, the likeliest first, parted by blanks. */
  shopper(
    means: string,
    { text = '', answers = false, ...more }: Partial<State> & { text?: string; answers?: boolean } = {},
  ): this {
    const intents = means.split(' ').map((name) => ({ name, family: name.split('.')[0]!, confidence: 0.9 }))
    const { shopperTurns } = this.state
    return this.step({ role: 'shopper', text, intents, answers }, { ...more, shopperTurns: shopperTurns + 1 })
  }
  /** An own line, or one out of a category. */
  agent(text = '好的', category?: string): this {
    const script = category ? { id: 'zh.x', category, tier: 'answer' as const, intents: [], asks: [] } : undefined
    return this.step(
      { role: 'agent', text, script, holds: false },
      { agentTurns: this.state.agentTurns + 1, haggle: undefined },
    )
  }
  holds(): this {
    return this.step(
      { role: 'agent', text: '稍等', script: undefined, holds: true },
      { agentTurns: this.state.agentTurns + 1 },
    )
  }
  event(type: EventType, more: Partial<State> = {}): this {
    return this.step({ role: 'event', type }, more)
  }
  /** The state in which a flow stands; undefined when it is not alive. */
  at(id: string): string | undefined {
    return this.state.flows.find((flow) => flow.id === id)?.state
  }
  get leads(): string | undefined {
    const [first] = this.state.flows
    return first && `${first.id}.${first.state}`
  }
  get wants(): readonly string[] {
    return flows.wants(this.state)
  }
}

/** What a shopper's slots hold. */
export function slots(values: Readonly<Record<string, string | number>>): Pick<State, 'slots'> {
  return {
    slots: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value, text: String(value) }])),
  }
}
