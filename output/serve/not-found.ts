/** The answer where there is nothing. */
import type { Context } from 'hono'
import { html } from '../pages/html.js'
import type { Server } from './context.js'

export function notFound(server: Server, c: Context): Response {
  const { words, paths } = server.site(c)
  const body = html`<h1>${words.errors.notFound}</h1><p>${words.errors.notFoundWhy}</p><p><a href="${paths.overview}">${words.errors.back}</a></p>`
  return server.page(c, { title: words.errors.notFound, here: null, body, status: 404 })
}
