/** What stands between the pages and whoever asks: which names they are served under, who may read, which forms are ours. */
import { createHash, timingSafeEqual } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { secureHeaders } from 'hono/secure-headers'

const same = (a: string, b: string): boolean => {
  const [one, other] = [a, b].map((text) => createHash('sha256').update(text).digest())
  return one !== undefined && other !== undefined && timingSafeEqual(one, other)
}

/** Nothing is loaded from elsewhere, nothing runs that does not come as a file from here, no page stands in another's frame. */
export const headers: MiddlewareHandler = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    styleSrc: ["'self'"],
    scriptSrc: ["'self'"],
    imgSrc: ["'self'"],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
  },
  xFrameOptions: 'DENY',
  // Nothing to others; to our own forms the origin, by which they are known.
  referrerPolicy: 'same-origin',
  crossOriginOpenerPolicy: 'same-origin',
  crossOriginResourcePolicy: 'same-origin',
  // Pages are served over HTTP on loopback.
  strictTransportSecurity: false,
})

/** The Host header must be one of these names: a foreign name that was pointed at this machine gets nothing. */
export const hostGuard =
  (names: ReadonlySet<string>, refuse: (c: Context, why: 'badHost') => Response): MiddlewareHandler =>
  async (c, next) => {
    const host = (c.req.header('host') ?? '').toLowerCase()
    if (!names.has(host)) return refuse(c, 'badHost')
    await next()
    return undefined
  }

const COOKIE = 'taizhang'

/** The token comes once in the address and is kept in a cookie that no other site can send; a program sends it as a bearer. */
export const tokenGuard =
  (token: string, refuse: (c: Context, why: 'badToken') => Response): MiddlewareHandler =>
  async (c, next) => {
    const url = new URL(c.req.url)
    const given = url.searchParams.get('token')
    if (given !== null && same(given, token)) {
      setCookie(c, COOKIE, token, { httpOnly: true, sameSite: 'Strict', path: '/' })
      url.searchParams.delete('token')
      return c.redirect(`${url.pathname}${url.search}`)
    }
    const bearer = /^Bearer (\S+)$/.exec(c.req.header('authorization') ?? '')?.[1]
    if (!same(bearer ?? getCookie(c, COOKIE) ?? '', token)) return refuse(c, 'badToken')
    await next()
    return undefined
  }

/** Whether a form was sent from our pages: they alone know the token, and a browser says where a form comes from. */
export function isOwnForm(c: Context, token: string, formToken: string | undefined): boolean {
  const site = c.req.header('sec-fetch-site')
  if (site !== undefined && site !== 'same-origin') return false
  const origin = c.req.header('origin')
  if (origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== c.req.header('host'))) return false
  return formToken !== undefined && same(formToken, token)
}
