import { useState } from 'preact/hooks'
import type { ErrorBody, RewriteChange, RewriteSetting } from '../../protocol/index.ts'
import { Choice } from '../parts/choice.tsx'
import { useWords } from '../session.ts'
import { SETTINGS } from '../words/settings.ts'

interface RewriteFormProps {
  readonly setting: RewriteSetting
  readonly canWrite: boolean
  readonly isBusy: boolean
  readonly faults: ErrorBody['error']['details']
  readonly save: (change: Omit<RewriteChange, 'store'>) => void
}

/** Switches the model on and off. The key goes in and never comes back: the field is empty, and stays so when it is not to change. */
export function RewriteForm({ setting, canWrite, isBusy, faults, save }: RewriteFormProps) {
  const words = useWords(SETTINGS)
  const [use, setUse] = useState(setting.use)
  const [model, setModel] = useState(setting.model ?? '')
  const [baseUrl, setBaseUrl] = useState(setting.baseUrl ?? '')
  const [apiKey, setApiKey] = useState('')
  const address = baseUrl.trim() === '' ? undefined : baseUrl.trim()
  const keepsKey = setting.hasKey && address === setting.baseUrl
  const faultAt = (field: string) => {
    const fault = faults.find(({ path }) => path === `body.endpoint.${field}`)
    return fault && <small class="problem">{fault.message}</small>
  }
  const own = { model, ...(address ? { baseUrl: address } : {}), ...(apiKey === '' ? {} : { apiKey }) }

  return (
    <form
      class="rewrite-form"
      onSubmit={(event) => {
        event.preventDefault()
        save(use === 'own' ? { use, endpoint: own } : { use })
      }}
    >
      <fieldset disabled={!canWrite || isBusy}>
        <legend class="hidden">{words.rewriting}</legend>
        <Choice
          label={words.rewriting_use}
          value={use}
          options={{
            off: words.rewriting_use_off,
            own: words.rewriting_use_own,
            service: setting.service ? words.rewriting_use_service : words.rewriting_use_no_service,
          }}
          choose={setUse}
        />
        {use === 'own' && (
          <>
            <label class="field">
              <span>{words.rewriting_model}</span>
              <input required value={model} onInput={({ currentTarget }) => setModel(currentTarget.value)} />
              {faultAt('model')}
            </label>
            <label class="field">
              <span>{words.rewriting_address}</span>
              <input
                type="url"
                placeholder="https://api.openai.com/v1"
                value={baseUrl}
                onInput={({ currentTarget }) => setBaseUrl(currentTarget.value)}
              />
              {faultAt('baseUrl')}
            </label>
            <label class="field">
              <span>{words.rewriting_key}</span>
              <input
                type="password"
                autocomplete="off"
                placeholder={keepsKey ? words.rewriting_key_kept : ''}
                value={apiKey}
                onInput={({ currentTarget }) => setApiKey(currentTarget.value)}
              />
              {faultAt('apiKey') ?? <small>{words.rewriting_key_says}</small>}
            </label>
          </>
        )}
        {canWrite ? (
          <button type="submit" class="main">
            {words.rewriting_save}
          </button>
        ) : (
          <p class="soft">{words.needs_admin}</p>
        )}
      </fieldset>
    </form>
  )
}
