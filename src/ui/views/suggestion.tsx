import { useState } from 'preact/hooks'
import type { Suggestion } from '../../protocol/index.ts'
import { isComposing, keyLabel } from '../keys.ts'
import { markedText } from '../marked-text.ts'
import type { List } from '../talk.ts'
import { tellingReason } from '../telling-reason.ts'
import { Editor } from './editor.tsx'
import { Icon } from './icon.tsx'
import { Reasons } from './reasons.tsx'
import { Rewording } from './rewording.tsx'
import type { Ui } from './ui.ts'

type Open = 'edit' | 'rewrite' | 'dismiss' | 'report' | undefined

/** One suggestion of the list, with all that may be done with it. */
export function SuggestionRow({
  ui,
  list,
  suggestion,
  place,
  pressedAt,
}: {
  ui: Ui
  list: List
  suggestion: Suggestion
  place: number
  /** When a click was begun, of the clock that key presses are stamped with. */
  pressedAt: (event: MouseEvent) => number
}) {
  const { desk, words, keys } = ui
  const [open, setOpen] = useState<Open>()
  const talk = desk.talkOf(list)
  const mark = talk?.marks[suggestion.id] ?? {}
  const rewrite = talk?.rewrites[suggestion.id]
  const text = mark.text ?? suggestion.text
  const warnings = mark.text === undefined ? suggestion.warnings : (mark.warnings ?? [])
  const toggle = (which: Open) => setOpen(open === which ? undefined : which)
  const label = `s${list.turnId}-${place}`

  if (mark.dismissed)
    return (
      <li class="row gone">
        <span class="num">{place + 1}</span>
        <p class="text">{text}</p>
        <button type="button" class="link" onClick={() => desk.undismiss(list, suggestion)}>
          {words.undismiss}
        </button>
      </li>
    )

  const letters: Readonly<Record<string, () => void>> = {
    e: () => toggle('edit'),
    r: () => toggle('rewrite'),
    x: () => toggle('dismiss'),
    Delete: () => toggle('dismiss'),
    c: () => desk.copy(list, suggestion, place),
    f: () => {
      const fixable = warnings.findIndex(({ fix }) => fix !== undefined)
      if (fixable >= 0) desk.fix(list, suggestion, fixable)
    },
  }
  const press = (event: KeyboardEvent) => {
    const act = letters[event.key]
    if (!act || isComposing(event) || event.repeat || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    act()
  }

  const { parts } = suggestion
  return (
    <li class={`row ${suggestion.tier} ${mark.inserted ? 'used' : ''}`}>
      <button
        type="button"
        class="num"
        aria-label={`${words.insert} ${place + 1}`}
        aria-describedby={label}
        aria-keyshortcuts={keyLabel(keys.insert, place)}
        title={`${words.insert} (${keyLabel(keys.insert, place)})`}
        onKeyDown={press}
        onClick={(event) => desk.pick(place, pressedAt(event))}
      >
        {mark.inserted ? <Icon of="tick" /> : place + 1}
      </button>
      <div class="body">
        {/* the number beside it is the same for the keyboard */}
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: see above */}
        {/* biome-ignore lint/a11y/noStaticElementInteractions: see above */}
        <div class="text" id={label} onClick={(event) => desk.pick(place, pressedAt(event))}>
          {markedText(text, warnings).map((piece, index) =>
            piece.warning === undefined ? (
              piece.text
            ) : (
              <mark key={index.toString()} class={warnings[piece.warning]?.level} title={warnings[piece.warning]?.says}>
                {piece.text}
              </mark>
            ),
          )}
        </div>
        {suggestion.gloss && (
          <p class="gloss">
            <small>{words.gloss}</small> {suggestion.gloss}
          </p>
        )}
        <div class="foot">
          <span class="tier">{words[suggestion.tier]}</span>
          {parts.length > 1 && (
            <span class="part">
              {words.part
                .replace('{n}', String(((mark.inserted ?? 0) % parts.length) + 1))
                .replace('{all}', String(parts.length))}
            </span>
          )}
          <span class="why" title={suggestion.reasons.map(({ says }) => says).join('\n')}>
            {tellingReason(suggestion, list.suggestions)}
          </span>
          <span class="acts">
            <Act of="edit" label={words.edit} open={open === 'edit'} act={() => toggle('edit')} />
            <Act of="rewrite" label={words.rewrite} open={open === 'rewrite'} act={() => toggle('rewrite')} />
            <Act of="copy" label={words.copy} act={() => desk.copy(list, suggestion, place)} />
            <Act of="report" label={words.report} open={open === 'report'} act={() => toggle('report')} />
            <Act of="dismiss" label={words.dismiss} open={open === 'dismiss'} act={() => toggle('dismiss')} />
          </span>
        </div>
        {warnings.map((warning, index) => (
          <p key={`${warning.rule}-${warning.start}`} class={`warning ${warning.level}`}>
            <span>{warning.says}</span>
            {warning.fix !== undefined && (
              <button type="button" class="link" onClick={() => desk.fix(list, suggestion, index)}>
                {words.fix} {warning.fix === '' ? '␣' : `“${warning.fix}”`}
              </button>
            )}
          </p>
        ))}
        {suggestion.todo.map(({ action, copy }) => {
          const isDone = mark.done?.includes(action) ?? false
          const name = ui.language.actions[action] ?? action
          return (
            <p key={action} class={isDone ? 'todo done' : 'todo'}>
              <label>
                <input
                  type="checkbox"
                  checked={isDone}
                  disabled={isDone}
                  onChange={() => desk.tick(list, suggestion, action)}
                />
                {name}
              </label>
              {copy && (
                <>
                  <code>{copy}</code>
                  <Act of="copy" label={`${words.copy}: ${name}`} act={() => desk.copyText(copy)} />
                </>
              )}
            </p>
          )
        })}
        {(open === 'rewrite' || rewrite) && (
          <Rewording ui={ui} list={list} suggestion={suggestion} close={() => setOpen(undefined)} />
        )}
        {open === 'edit' && (
          <Editor ui={ui} list={list} suggestion={suggestion} place={place} close={() => setOpen(undefined)} />
        )}
        {open === 'dismiss' && (
          <Reasons
            words={words}
            label={words.dismiss}
            none={words.no_reason}
            close={() => setOpen(undefined)}
            choose={(reason) => {
              desk.dismiss(list, suggestion, place, reason)
              ui.leave()
            }}
          />
        )}
        {open === 'report' && (
          <Reasons
            words={words}
            label={words.report}
            close={() => setOpen(undefined)}
            choose={(reason) => {
              if (reason) desk.report(list, suggestion, place, reason)
              setOpen(undefined)
            }}
          />
        )}
      </div>
    </li>
  )
}

function Act({
  of,
  label,
  open,
  act,
}: {
  of: 'edit' | 'rewrite' | 'copy' | 'report' | 'dismiss'
  label: string
  open?: boolean
  act: () => void
}) {
  return (
    <button type="button" class="icon" aria-label={label} aria-expanded={open} title={label} onClick={act}>
      <Icon of={of} />
    </button>
  )
}
