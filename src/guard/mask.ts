/**
 * Personal data as it may be echoed (R101): a number keeps its first three and last four digits (138****5678), an e-mail its first letter and
 * host, anything else its first six characters.
 */
export function maskPersonal(text: string): string {
  const host = text.indexOf('@')
  if (host > 0) return `${text[0]}***${text.slice(host)}`
  if (!/^[+\d][\d\s-]*[\dXx]$/.test(text)) return `${[...text].slice(0, 6).join('')}****`
  const digits = text.replace(/^\+?86(?=[\s-]?1\d{2})/, '').replace(/[\s-]/g, '')
  return `${digits.slice(0, 3)}****${digits.slice(-4)}`
}
