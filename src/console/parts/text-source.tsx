import { useWords } from '../session.ts'
import { RUN } from '../words/run.ts'

interface TextSourceProps {
  readonly text: string
  /** `name` is that of a file, else empty. */
  readonly change: (text: string, name: string) => void
  readonly accept: string
  readonly placeholder: string
}

/** A text that is pasted, or read from a file. */
export function TextSource({ text, change, accept, placeholder }: TextSourceProps) {
  const words = useWords(RUN)
  return (
    <>
      <textarea
        class="code"
        rows={7}
        aria-label={placeholder}
        placeholder={placeholder}
        value={text}
        onInput={(event) => change(event.currentTarget.value, '')}
      />
      <label class="file">
        <span>{words.file}</span>
        <input
          type="file"
          accept={accept}
          onChange={async ({ currentTarget: { files } }) => {
            const [file] = files ?? []
            if (file) change(await file.text(), file.name)
          }}
        />
      </label>
    </>
  )
}
