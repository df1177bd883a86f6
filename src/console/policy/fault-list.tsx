import { type Faults, placeOf } from './faults.ts'

/** What is wrong, told at once to who cannot see it. */
export function FaultList({ faults }: { readonly faults: Faults }) {
  return (
    <>
      {faults.map(({ path, message }) => (
        <p key={path} class="problem" role="alert">
          <code>{placeOf(path)}</code> {message}
        </p>
      ))}
    </>
  )
}
