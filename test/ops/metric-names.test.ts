import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { createMetrics } from '../../src/server/observe.ts'

const OPS = join(import.meta.dirname, '../../ops')

interface Dashboard {
  readonly panels: readonly { readonly title: string; readonly targets: readonly { readonly expr: string }[] }[]
}
interface Rules {
  readonly groups: readonly {
    readonly rules: readonly { readonly alert: string; readonly expr: string; readonly annotations: object }[]
  }[]
}

/** The names that `/metrics` has, with the series of a histogram. */
async function namesServed(): Promise<Set<string>> {
  const names = new Set(['up'])
  for (const { name, type } of await createMetrics().registry.getMetricsAsJSON()) {
    names.add(name)
    if (String(type) === 'histogram') for (const end of ['_bucket', '_count', '_sum']) names.add(name + end)
  }
  return names
}

const namesIn = (expr: string) => expr.match(/\b(?:huashu|nodejs|process)_\w+|\bup\b/g) ?? []

test('the dashboard shows figures that exist, and every figure of ours is on it', async () => {
  const { panels } = JSON.parse(readFileSync(join(OPS, 'grafana-dashboard.json'), 'utf8')) as Dashboard
  const served = await namesServed()
  const shown = new Set(panels.flatMap(({ targets }) => targets.flatMap(({ expr }) => namesIn(expr))))
  expect([...shown].filter((name) => !served.has(name))).toEqual([])
  const ours = [...served].filter((name) => name.startsWith('huashu_') && !/_(?:bucket|count|sum)$/.test(name))
  const isShown = (name: string) => [...shown].some((one) => one === name || one.startsWith(`${name}_`))
  // the first words of a model and its pieces have no panel of their own
  expect(ours.filter((name) => !isShown(name))).toEqual([
    'huashu_retrainings_total',
    'huashu_rewrite_first_seconds',
    'huashu_rewrite_chunk_seconds',
  ])
})

test('alerts watch figures that exist and say what to do', async () => {
  const { groups } = parse(readFileSync(join(OPS, 'alert-rules.yaml'), 'utf8')) as Rules
  const served = await namesServed()
  const rules = groups.flatMap((group) => group.rules)
  expect(rules.length).toBeGreaterThan(5)
  for (const { alert, expr, annotations } of rules) {
    const names = namesIn(expr)
    expect(names.length, alert).toBeGreaterThan(0)
    expect(
      names.filter((name) => !served.has(name)),
      alert,
    ).toEqual([])
    expect(Object.keys(annotations).sort(), alert).toEqual(['action', 'summary'])
  }
})
