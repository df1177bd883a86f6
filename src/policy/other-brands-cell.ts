import type { SizeChart } from './size-chart.ts'

type Brand = SizeChart['others'][number]

const SIGN = /[\\|:;=\n]/g

/** The sizes of other makers as one cell, a maker a line: `耐克|Nike: 40=25; 41=25.5`. A sign that stands in a name has a backslash before it. */
export function brandsCell(brands: readonly Brand[]): string {
  const plain = (name: string) => name.replace(SIGN, '\\$&')
  return brands
    .filter(({ sizes }) => Object.keys(sizes).length > 0)
    .map(({ names, sizes }) => {
      const each = Object.entries(sizes).map(([size, length]) => `${plain(size)}=${length}`)
      return `${names.map(plain).join('|')}: ${each.join('; ')}`
    })
    .join('\n')
}

/** Undefined when it cannot be read. */
export function readBrands(cell: string): unknown {
  const brands = parted(cell, '\n').map((line) => {
    const [names, sizes, ...more] = parted(line, ':')
    if (names === undefined || sizes === undefined || more.length > 0) return undefined
    const each = parted(sizes, ';').map((one) => parted(one, '='))
    if (each.some(([size, length, ...rest]) => !size || !Number.isFinite(Number(length)) || rest.length > 0))
      return undefined
    return {
      names: parted(names, '|').map(bare),
      sizes: Object.fromEntries(each.map(([size, length]) => [bare(size!), Number(length)])),
    }
  })
  return brands.includes(undefined) ? undefined : brands
}

/** What stands between signs that have no backslash before them; nothing is left out but what is empty. */
function parted(text: string, sign: string): string[] {
  const parts = text.match(new RegExp(`(?:\\\\[\\s\\S]|[^\\\\${sign}])+`, 'g')) ?? []
  return parts.map((part) => part.trim()).filter((part) => part !== '')
}

const bare = (name: string) => name.replace(/\\([\s\S])/g, '$1')
