/** Web archives (.mht, RFC 2557): the page inside the MIME envelope. */

/** A part's bytes as its transfer encoding says. */
const unpack = (body: string, encoding: string): Uint8Array => {
  if (encoding === 'base64') return Buffer.from(body, 'base64')
  if (encoding !== 'quoted-printable') return Buffer.from(body, 'latin1')
  const text = body
    .replace(/=[ \t]*\r?\n/g, '')
    .replace(/=([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
  return Buffer.from(text, 'latin1')
}

/** A header's value with its folded lines joined, or ''. */
const header = (head: string, name: string): string =>
  new RegExp(`^${name}:[ \\t]*([^\\r\\n]*(?:\\r?\\n[ \\t][^\\r\\n]*){0,20})`, 'im')
    .exec(head)?.[1]
    ?.replace(/\r?\n[ \t]+/g, ' ') ?? ''

/** The first HTML part of a web archive with its charset and address, or null where the bytes are none. */
export const htmlPart = (bytes: Uint8Array): { html: Uint8Array; charset: string | null; url: string | null } | null => {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 4096)).toString('latin1')
  if (!/multipart\/related/i.test(start) || start.trimStart().startsWith('<')) return null
  const boundary = /boundary\s*=\s*(?:"([^"\r\n]{1,200})"|([^\s;"]{1,200}))/i.exec(start)
  const mark = boundary?.[1] ?? boundary?.[2]
  if (mark === undefined) return null
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  let at = archive.indexOf(`\n--${mark}`)
  for (let part = 0; at >= 0 && part < 500; part++) {
    const next = archive.indexOf(`\n--${mark}`, at + mark.length + 3)
    const text = archive.slice(at + mark.length + 3, next < 0 ? archive.length : next).replace(/^[ \t]*\r?\n/, '')
    const gap = /\r?\n\r?\n/.exec(text)
    const head = text.slice(0, gap?.index ?? 0)
    const type = header(head, 'Content-Type')
    if (gap && /^(?:text\/html|application\/xhtml\+xml)/i.test(type)) {
      const body = text.slice(gap.index + gap[0].length)
      return {
        html: unpack(body, header(head, 'Content-Transfer-Encoding').trim().toLowerCase()),
        charset: /charset\s*=\s*"?([\w-]{2,40})/i.exec(type)?.[1] ?? null,
        url: header(head, 'Content-Location').trim().slice(0, 500) || null,
      }
    }
    at = next
  }
  return null
}
