import { useState } from 'preact/hooks'
import type { CallerResult, Locale } from '../protocol/index.ts'
import { ApiError, apiKey, ask } from './api.ts'
import { LANGUAGES } from './language.ts'
import { Choice } from './parts/choice.tsx'
import { ERRORS } from './words/errors.ts'
import { SHELL } from './words/shell.ts'

interface LoginProps {
  readonly language: Locale
  readonly setLanguage: (language: Locale) => void
  readonly entered: () => void
}

/** Asks for a key and tries it before it is kept. */
export function Login({ language, setLanguage, entered }: LoginProps) {
  const words = SHELL[language]
  const [key, setKey] = useState('')
  const [problem, setProblem] = useState('')

  async function enter(event: Event) {
    event.preventDefault()
    apiKey.write(key.trim())
    try {
      await ask<CallerResult>('/v1/me')
      entered()
    } catch (error) {
      apiKey.write(undefined)
      const code = error instanceof ApiError ? error.code : 'internal'
      setProblem(code === 'unauthorized' ? words.login_wrong : ERRORS[language][code])
    }
  }

  return (
    <main class="login card">
      <h1 class="brand">
        话术 <span>Huashu</span>
      </h1>
      <form onSubmit={enter} autocomplete="off">
        <h2>{words.login_title}</h2>
        <p class="soft">{words.login_says}</p>
        <label class="field">
          <span>{words.login_key}</span>
          <input type="password" name="key" required value={key} onInput={(e) => setKey(e.currentTarget.value)} />
        </label>
        <p class="problem" role="alert">
          {problem}
        </p>
        <div class="row">
          <button type="submit" class="main">
            {words.login_go}
          </button>
          <Choice label={words.language} value={language} options={LANGUAGES} choose={setLanguage} />
        </div>
      </form>
    </main>
  )
}
