import { LANGUAGES } from '../language.ts'
import { Choice } from '../parts/choice.tsx'
import { inLanguage, useSession, useWords } from '../session.ts'
import { BoardCard } from '../settings/board-card.tsx'
import { KeyCard } from '../settings/key-card.tsx'
import { LearningCard } from '../settings/learning-card.tsx'
import { PairingCard } from '../settings/pairing-card.tsx'
import { PauseCard } from '../settings/pause-card.tsx'
import { RewriteCard } from '../settings/rewrite-card.tsx'
import { SETTINGS } from '../words/settings.ts'
import { SHELL } from '../words/shell.ts'
import '../styles/settings.css'

/** What is set here, and what the service has been set to. */
export default function Settings() {
  const { language, setLanguage, theme, setTheme, stores } = useSession()
  const words = useWords(SETTINGS)
  const shell = useWords(SHELL)
  return (
    <>
      <h1>{shell.settings}</h1>
      <div class="settings">
        <section class="card">
          <h2>{words.look}</h2>
          <div class="row">
            <Choice label={shell.language} value={language} options={LANGUAGES} choose={setLanguage} />
            <Choice
              label={shell.theme}
              value={theme}
              options={{ auto: shell.auto, light: shell.light, dark: shell.dark }}
              choose={setTheme}
            />
          </div>
        </section>
        <PairingCard />
        <KeyCard />
        <RewriteCard />
        <LearningCard />
        <PauseCard />
        <BoardCard />
        <section class="card">
          <h2>{words.stores}</h2>
          {stores.map((store) => (
            <dl key={store.id} class="facts">
              <dt>{inLanguage(store.name, language)}</dt>
              <dd>
                <code>{store.id}</code>
              </dd>
              <dt>{words.language}</dt>
              <dd>{store.locales.map((one) => LANGUAGES[one]).join(' · ')}</dd>
              <dt>{words.timezone}</dt>
              <dd>{store.timezone}</dd>
              <dt>{words.currency}</dt>
              <dd>{store.currency}</dd>
            </dl>
          ))}
        </section>
      </div>
    </>
  )
}
