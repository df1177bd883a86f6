/** A style sheet as text: the build puts it there, shrunk. */
declare module '*.css' {
  const text: string
  export default text
}
