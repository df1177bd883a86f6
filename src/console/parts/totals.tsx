/** Figures side by side, each with its name. */
export function Totals({ of }: { readonly of: readonly (readonly [name: string, value: string | number])[] }) {
  return (
    <ul class="totals">
      {of.map(([name, value]) => (
        <li key={name}>
          <span>{name}</span>
          <b>{value}</b>
        </li>
      ))}
    </ul>
  )
}
