import { hash } from 'node:crypto'
import { redact } from '../../intents/index.ts'
import { HuashuError, type Locale, type Proposal } from '../../protocol/index.ts'
import type { Clock, Engine, Pipeline } from '../ports.ts'

/** A reply that an agent wants to keep. */
export interface OwnScript {
  readonly store: string
  readonly text: string
  readonly locale: Locale
  readonly intent: string | undefined
  readonly agent: string
  readonly scope: 'personal' | 'store'
}

/**
 * What becomes of a reply that an agent wants to keep: theirs at once when the guard has nothing against it, else a lead decides.
 * @throws HuashuError `bad_request` for what the guard blocks, what names a person, and an intent nobody knows
 */
export function ownScript(
  { store, text: written, locale, intent, agent, scope }: OwnScript,
  { engine, pipeline, clock }: { readonly engine: Engine; readonly pipeline: Pipeline; readonly clock: Clock },
): Proposal {
  const text = written.trim()
  if (intent !== undefined && !engine.topics.includes(intent)) throw fault('intent', `"${intent}" is no intent`)
  if (redact(text).text !== text) throw fault('text', 'it holds personal data, which the next shopper must not read')
  const deps = engine.deps(store)
  const draft = { text, channel: 'web', uiLocale: deps.store.locales[0]!, roles: [], messages: [] }
  const { verdict, warnings } = pipeline.check({ ...draft, now: clock.now() }, deps)
  if (verdict === 'block') throw fault('text', warnings.find(({ level }) => level === 'block')?.says ?? 'it is blocked')
  const isOwn = scope === 'personal' && verdict === 'pass'
  return {
    id: `own-${hash('sha1', JSON.stringify([agent, locale, text]), 'base64url')}`,
    store,
    text,
    locale,
    intents: intent === undefined ? [] : [intent],
    agents: [{ id: agent, times: 1 }],
    state: isOwn ? 'personal' : 'proposed',
    ...(isOwn ? { owner: agent } : {}),
    at: new Date(clock.now()).toISOString(),
  }
}

function fault(path: string, message: string): HuashuError {
  return new HuashuError('bad_request', `body.${path}: ${message}`, { details: [{ path: `body.${path}`, message }] })
}
