import type { CallerResult } from '../../protocol/index.ts'
import { useSession, useWords } from '../session.ts'
import { SETTINGS } from '../words/settings.ts'

const MAKE_KEY = `node -e "const k=crypto.randomBytes(24).toString('base64url');console.log(k, crypto.hash('sha256',k))"

# keys.yaml
- sha256: <the second word>
  stores: [shop-a]
  roles: [agent]`

/** What the current key may do, and how another one is made. */
export function KeyCard() {
  const { me, signOut } = useSession()
  const words = useWords(SETTINGS)
  return (
    <section class="card">
      <h2>{words.key}</h2>
      {me.open && <p>{words.key_open}</p>}
      <dl class="facts">
        <dt>{words.roles}</dt>
        <dd>{me.roles.map((role: CallerResult['roles'][number]) => words[`role_${role}`]).join(' · ')}</dd>
        <dt>{words.stores}</dt>
        <dd>{me.stores.join(' · ')}</dd>
      </dl>
      <ul class="soft mays">
        {(['agent', 'lead', 'admin'] as const).map((role) => (
          <li key={role}>
            {me.roles.includes(role) ? '✓' : '–'} <b>{words[`role_${role}`]}</b>: {words[`may_${role}`]}
          </li>
        ))}
      </ul>
      <details>
        <summary>{words.new_key}</summary>
        <p class="soft">{words.new_key_says}</p>
        <pre>
          <code>{MAKE_KEY}</code>
        </pre>
      </details>
      {!me.open && (
        <button type="button" onClick={signOut}>
          {words.sign_out}
        </button>
      )}
    </section>
  )
}
