export default function Page(_: { readonly part: string }) {
  return <h1>figures</h1>
}
