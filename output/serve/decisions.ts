/** What forms decide: links, corrections, remarks. Only where the server was started to write. */
import type { Context, Hono } from 'hono'
import { setCookie } from 'hono/cookie'
import { z } from 'zod'
import { html } from '../pages/html.js'
import { correctionFields, LedgerError } from '../store/index.js'
import type { Lang, Words } from '../words/index.js'
import * as codes from '../words/codes.js'
import { say } from '../words/say.js'
import type { Server } from './context.js'
import { isOwnForm } from './guard.js'

const text = (most: number) => z.string('expected words').trim().max(most, `expected ${most} characters at most`)
const words = (most: number) => text(most).min(1, 'expected words')
const by = words(100)
const item = z.string().regex(/^[0-9a-f]{4,64}#[1-9]\d{0,6}$/)
const forms = {
  link: z.object({
    link: z.string().regex(/^\d{1,15}$/),
    verdict: z.enum(['confirmed', 'rejected']),
    by,
    why: text(400).default(''),
  }),
  correct: z.object({
    item,
    field: z.enum(correctionFields).exclude(['note']),
    value: text(4000).default(''),
    by,
    why: words(400),
  }),
  drop: z.object({ correction: z.string().regex(/^\d{1,15}$/) }),
  note: z.object({ item, value: words(4000), by }),
}
type Form = keyof typeof forms

/** Where the page came from: a path of ours and nothing else. */
const backTo = (given: unknown): string => {
  const path = typeof given === 'string' && /^\/(?![/\\])[^\\\s]*$/.test(given) ? given : '/review'
  const [page = '/review', mark] = path.split('#')
  return `${page}${page.includes('?') ? '&' : '?'}done=1${mark ? `#${mark}` : ''}`
}

function refused(server: Server, c: Context, title: string, why: string, status: 400 | 403 | 404): Response {
  const { words } = server.site(c)
  const body = html`<h1>${title}</h1><p>${why}</p><p><a href="/review">${words.review.title}</a></p>`
  return server.page(c, { title, here: 'review', body, status })
}

/** The code of a state or a closing that was given in words: 完成整改 is completed. */
function codeOf(field: string, value: string): string {
  const table: Readonly<Record<string, readonly string[]>> =
    field === 'status' ? codes.statuses : field === 'closure' ? codes.closures : {}
  return Object.entries(table).find(([, said]) => said.includes(value))?.[0] ?? value
}

/** Does what the form says; false where there is nothing of that name. */
function decide(server: Server, form: Form, fields: Record<string, unknown>): { by: string | null; done: boolean } {
  const { ledger } = server
  const day = server.options.today()
  switch (form) {
    case 'link': {
      const { link, verdict, by: who, why } = forms.link.parse(fields)
      return { by: who, done: ledger.decideLink(link, verdict, who, why || undefined) !== null }
    }
    case 'correct': {
      const { item: key, field, value, by: who, why } = forms.correct.parse(fields)
      return { by: who, done: ledger.correct(key, field, value === '' ? null : codeOf(field, value), { why, by: who, day }) }
    }
    case 'drop':
      return { by: null, done: ledger.dropCorrection(Number(forms.drop.parse(fields).correction)) }
    case 'note': {
      const { item: key, value, by: who } = forms.note.parse(fields)
      return { by: who, done: ledger.correct(key, 'note', value, { why: '', by: who, day }) }
    }
  }
}

/** Which fields cannot be meant, and why not; those that people fill in by their names on the page. */
function wrongForm(error: z.ZodError, { review }: Words, lang: Lang): string {
  const { by: who, why, value, field } = review
  const names: Readonly<Record<string, string>> = { by: who, why, value, field }
  return error.issues
    .map(({ path, message }) => [names[String(path[0])] ?? String(path[0]), say(message, lang)])
    .map((told) => told.join(lang === 'zh' ? '：' : ': '))
    .join(lang === 'zh' ? '；' : '; ')
}

const handler = (server: Server, form: Form) => async (c: Context) => {
  const { words, lang } = server.site(c)
  const { errors } = words
  if (!server.options.write) return refused(server, c, errors.forbidden, errors.readOnly, 403)
  const fields = await c.req.parseBody()
  const token = fields.token
  if (!isOwnForm(c, server.options.formToken, typeof token === 'string' ? token : undefined))
    return refused(server, c, errors.forbidden, errors.badForm, 403)
  try {
    const { by: who, done } = decide(server, form, fields)
    if (!done) return refused(server, c, errors.notFound, errors.notFoundWhy, 404)
    server.wrote()
    if (who !== null) setCookie(c, 'by', who, { sameSite: 'Strict', path: '/', httpOnly: true })
    return c.redirect(backTo(fields.back), 303)
  } catch (error) {
    if (error instanceof z.ZodError) return refused(server, c, errors.badRequest, wrongForm(error, words, lang), 400)
    if (error instanceof LedgerError && error.code !== 'corrupt')
      return refused(server, c, errors.badRequest, say(error.message, lang), 400)
    throw error
  }
}

export function addDecisions(app: Hono, server: Server): void {
  for (const form of Object.keys(forms) as Form[]) app.post(`/review/${form}`, handler(server, form))
}
