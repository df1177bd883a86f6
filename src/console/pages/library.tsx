export default function Page(_: { readonly part: string }) {
  return <h1>library</h1>
}
