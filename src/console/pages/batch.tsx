export default function Page(_: { readonly part: string }) {
  return <h1>batch</h1>
}
