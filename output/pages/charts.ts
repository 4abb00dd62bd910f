/** Charts as SVG, made here so that print and files have them, each with its figures in a table. */
import * as Plot from '@observablehq/plot'
import { parseHTML } from 'linkedom'
import { type Standing, sumOf } from '../store/tallies.js'
import { type Html, html, trusted } from './html.js'
import type { Site } from './paths.js'
import { standingTable } from './tables.js'

const states = ['done', 'open', 'unknown'] as const
/** From the palette of Okabe and Ito, which every eye tells apart; a light, a dark and a grey, for print without colours. */
export const stateColours: Record<(typeof states)[number], string> = { done: '#4fb395', open: '#d55e00', unknown: '#b3bac4' }

export interface ChartRow {
  label: string
  standing: Standing
}
export interface Chart {
  title: string
  /** What the rows are, over their table. */
  of: string
  rows: readonly ChartRow[]
  /** `across`: a bar a line, with its name before it; `up`: columns along time. */
  form: 'across' | 'up'
  /** States that are shown; all where it is not given. */
  of_states?: readonly (typeof states)[number][]
}

const { document } = parseHTML('<!doctype html><html><body></body></html>')
/** Han letters are as wide as they are high; others about half of it. In pixels at 12 to the em. */
const widthOf = (text: string): number => [...text].reduce((sum, c) => sum + (/[\u2e80-\uffff]/.test(c) ? 12 : 6.6), 0)
/** Widths that a chart is drawn in, in pixels: letters are to be of one size on a desk, on paper and on a telephone. */
const WIDE = 640
const NARROW = 330
/** Widest name before a bar. */
const nameWidth = (width: number): number => 0.3 * width
const cut = (text: string, most: number): string => {
  if (widthOf(text) <= most) return text
  const letters = [...text]
  while (letters.length > 1 && widthOf(letters.join('')) > most - 12) letters.pop()
  return `${letters.join('')}…`
}

/** Names that are cut alike must not fall together. */
function drawn({ rows, form, of_states = states }: Chart, width: number, site: Site) {
  const labels = new Map<string, string>()
  const bars = rows.flatMap(({ label, standing }, at) => {
    const key = `row ${String(at).padStart(4, '0')}`
    labels.set(key, cut(label, nameWidth(width)))
    return of_states.map((state) => ({
      key,
      state,
      n: standing[state],
      told: `${label}: ${site.words.states[state]} ${standing[state]}`,
    }))
  })
  const names = { type: 'band' as const, tickFormat: (key: string) => labels.get(key) ?? '', label: null }
  const figures = {
    label: null,
    grid: true,
    nice: true,
    ticks: Math.round(width / 110),
    tickFormat: (n: number) => (Number.isInteger(n) ? n.toLocaleString('en') : ''),
  }
  const color = { type: 'categorical' as const, domain: [...of_states], range: of_states.map((state) => stateColours[state]) }
  const style = { fontSize: '12px' }
  if (form === 'across')
    return Plot.plot({
      document,
      width,
      height: 34 + 26 * rows.length,
      marginLeft: Math.min(nameWidth(width) + 30, 18 + Math.max(0, ...[...labels.values()].map(widthOf))),
      marginTop: 4,
      marginRight: 24,
      style,
      color,
      x: figures,
      y: { ...names, tickSize: 0, padding: 0.25 },
      marks: [Plot.barX(bars, { x: 'n', y: 'key', fill: 'state', title: 'told' }), Plot.ruleX([0])],
    })
  const every = Math.ceil(rows.length / Math.floor(width / 80))
  return Plot.plot({
    document,
    width,
    height: 240,
    marginLeft: 46,
    marginTop: 12,
    style,
    color,
    y: figures,
    x: { ...names, tickSize: 0, padding: 0.2, ticks: [...labels.keys()].filter((_, at) => at % every === 0) },
    marks: [Plot.barY(bars, { x: 'key', y: 'n', fill: 'state', title: 'told' }), Plot.ruleY([0])],
  })
}

/** The markup without the style sheet that it brings: that is in ours, since pages run under a strict policy. The table speaks for it. */
function svgOf(chart: Chart, width: number, site: Site): Html {
  const svg = drawn(chart, width, site)
  svg.querySelector('style')?.remove()
  svg.removeAttribute('style')
  svg.setAttribute('font-size', '12')
  for (const one of svg.querySelectorAll('[aria-label]')) one.removeAttribute('aria-label')
  svg.setAttribute('aria-hidden', 'true')
  svg.setAttribute('focusable', 'false')
  return trusted(svg.outerHTML)
}

/** A chart, what its colours mean, and its figures as a table. */
export function chart(one: Chart, site: Site): Html | null {
  const { words } = site
  const shown = one.of_states ?? states
  if (one.rows.length === 0 || one.rows.every(({ standing }) => sumOf(standing) === 0)) return null
  return html`<figure class="chart"><figcaption><h3>${one.title}</h3><ul class="key" aria-hidden="true">${shown.map(
    (state) =>
      html`<li><svg width="10" height="10" focusable="false"><rect width="10" height="10" rx="2" fill="${stateColours[state]}"></rect></svg> ${words.states[state]}</li>`,
  )}</ul></figcaption><div class="drawing">${svgOf(one, WIDE, site)}</div><div class="drawing narrow">${svgOf(one, NARROW, site)}</div><details><summary>${words.overview.table}</summary>${standingTable(
    one.rows.map(({ label, standing }) => ({ name: label, standing })),
    one.of,
    site,
    words.overview.chartOf(one.title),
  )}</details></figure>`
}
