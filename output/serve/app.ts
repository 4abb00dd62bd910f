/** The server's application: what it answers, and to whom. It opens no port: `start.ts` does. */
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { HTTPException } from 'hono/http-exception'
import { html } from '../pages/html.js'
import { LedgerError } from '../store/index.js'
import { say } from '../words/say.js'
import { addApi } from './api.js'
import { assets, Server, type ServerOptions } from './context.js'
import { addDecisions } from './decisions.js'
import { headers, hostGuard, tokenGuard } from './guard.js'
import { notFound } from './not-found.js'
import { addPages } from './pages.js'
import { addPlacePages } from './place-pages.js'

/** Largest form that is read, in bytes. */
const FORM_BYTES = 64 * 1024

export function createApp(options: ServerOptions, server = new Server(options)): Hono {
  const app = new Hono()
  const refuse = (c: Context, why: 'badHost' | 'badToken'): Response => {
    const { words } = server.site(c)
    // A foreign name is told nothing of the ledger, not even its navigation.
    return c.text(words.errors[why], why === 'badHost' ? 421 : 401)
  }
  app.use(headers)
  app.use(hostGuard(options.hosts, refuse))
  for (const { path, type, text } of Object.values(assets))
    app.get(path, (c) => c.body(text, 200, { 'content-type': type, 'cache-control': 'public, max-age=31536000, immutable' }))
  // What the ledger says now is not to be shown tomorrow, and by nobody else.
  app.use(async (c, next) => {
    await next()
    if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-store')
  })
  app.get('/favicon.ico', (c) => c.body(null, 204))
  if (options.token !== null) app.use(tokenGuard(options.token, refuse))
  app.use(bodyLimit({ maxSize: FORM_BYTES, onError: (c) => c.text(server.site(c).words.errors.badRequest, 413) }))
  addApi(app, server)
  addPages(app, server)
  addPlacePages(app, server)
  addDecisions(app, server)
  app.notFound((c) => (c.req.path.startsWith('/api/') ? c.json({ error: 'not_found' }, 404) : notFound(server, c)))
  app.onError((error, c) => {
    if (error instanceof HTTPException) return error.getResponse()
    const { words, paths, lang } = server.site(c)
    // A prefix of several keys, a question too long: the asker's; all else is ours, and its words stay here.
    const asked = error instanceof LedgerError && ['ambiguous', 'bad_query', 'bad_value', 'not_found'].includes(error.code)
    if (!asked) console.error(`taizhang: ${c.req.path}: ${error.message}`)
    const title = asked ? words.errors.badRequest : words.errors.failed
    const body = html`<h1>${title}</h1>${asked ? html`<p>${say(error.message, lang)}</p>` : null}<p><a href="${paths.overview}">${words.errors.back}</a></p>`
    return server.page(c, { title, here: null, body, status: asked ? 400 : 500 })
  })
  return app
}
