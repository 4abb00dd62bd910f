/** Addresses of ledgers in Postgres: `postgres://user:password@host:port/database?schema=name`. */

/** Whether a ledger's name is an address and no file. */
export const isPostgres = (name: string): boolean => /^postgres(?:ql)?:\/\//i.test(name)

const SCHEMA = 'taizhang'

export interface Address {
  /** For the library, without what is ours. */
  url: string
  /** The schema that holds the ledger; one database may hold several. */
  schema: string
  /** For people: without the password. */
  shown: string
}

/** Takes an address apart; null where it is none. */
export const addressOf = (name: string): Address | null => {
  if (!isPostgres(name) || !URL.canParse(name)) return null
  const url = new URL(name)
  const schema = url.searchParams.get('schema') ?? SCHEMA
  url.searchParams.delete('schema')
  return { url: url.href, schema, shown: shownName(name) }
}

/** A ledger's name as it may be printed: a password in it is not. */
export const shownName = (name: string): string => {
  if (!isPostgres(name)) return name
  if (!URL.canParse(name)) {
    const at = name.lastIndexOf('@')
    return at < 0 ? name : `${name.slice(0, name.indexOf('//') + 2)}…@${name.slice(at + 1)}`
  }
  const url = new URL(name)
  url.password = ''
  if (url.searchParams.has('password')) url.searchParams.delete('password')
  return url.href
}
