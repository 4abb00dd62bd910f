/**
 * ZIP archives within limits (DOCX, XLSX, bundles of reports). The directory is read here and members are inflated by
 * zlib with a ceiling on the output: the unzip libraries trust the size that the archive claims, so a small lie there costs
 * minutes or gigabytes. Source: PKWARE APPNOTE 6.3 (central directory, end record, zip64 extra field).
 */
import { SourceError } from './source-error.js'

export interface ZipLimits {
  /** Members in the archive. */
  members: number
  /** Bytes of one member after inflation. */
  member: number
  /** Bytes of all members together, as claimed and as really read. */
  total: number
  /** Inflated bytes for each stored byte, looked at in members over `ratioFrom`. */
  ratio: number
  ratioFrom: number
}

const MiB = 1 << 20

/** Generous for reports (a 600-page DOCX inflates to about 20 MiB), small for a bomb. */
export const zipLimits: ZipLimits = { members: 10_000, member: 64 * MiB, total: 256 * MiB, ratio: 300, ratioFrom: 8 * MiB }

export interface ZipMember {
  name: string
  /** Bytes after inflation, as the directory claims. */
  size: number
}

export interface Zip {
  /** In the order of the directory; a name may stand there more than once. */
  members: ZipMember[]
  /** The member's bytes by its name (the last of that name) or its place in `members`; null where there is none. Throws SourceError for damage and limits. */
  read(member: string | number): Uint8Array | null
}

interface Entry extends ZipMember {
  method: number
  stored: number
  offset: number
  encrypted: boolean
}

const endSignature = 0x06054b50
const entrySignature = 0x02014b50
const localSignature = 0x04034b50
const whole32 = 0xffffffff

const damaged = (what: string) => new SourceError('damaged_archive', `The archive is damaged or cut off: ${what}`)
const beyond = (what: string) => new SourceError('archive_limit', `The archive goes beyond the limits: ${what}`)

/** The end record stands last, before a comment of at most 65,535 bytes. */
const findEnd = (view: DataView): number => {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at--)
    if (view.getUint32(at, true) === endSignature) return at
  throw damaged('its directory is missing')
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** Names without the UTF-8 flag are UTF-8 all the same or, from Chinese Windows, GBK. */
const decodeName = (bytes: Uint8Array): string => {
  try {
    return utf8.decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

/** Sizes and offset that do not fit 32 bits stand in extra field 1, in this order and only where the short field is full. */
const widen = (view: DataView, from: number, to: number, fields: number[]): number[] => {
  for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue
    let next = at + 4
    return fields.map((field) => {
      if (field !== whole32 || next + 8 > to) return field
      next += 8
      return Number(view.getBigUint64(next - 8, true))
    })
  }
  return fields
}

const readDirectory = (bytes: Uint8Array, view: DataView, limits: ZipLimits): Entry[] => {
  const end = findEnd(view)
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  if (count > limits.members || at === whole32) throw beyond(`${count} members`)
  const entries: Entry[] = []
  let total = 0
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== entrySignature) throw damaged('a directory entry is cut off')
    const nameEnd = at + 46 + view.getUint16(at + 28, true)
    const extraEnd = nameEnd + view.getUint16(at + 30, true)
    if (extraEnd > bytes.length) throw damaged('a directory entry is cut off')
    const short = [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)]
    const [size = 0, stored = 0, offset = 0] = short.includes(whole32) ? widen(view, nameEnd, extraEnd, short) : short
    total += size
    entries.push({
      name: decodeName(bytes.subarray(at + 46, nameEnd)),
      size,
      stored,
      offset,
      method: view.getUint16(at + 10, true),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
    })
    at = extraEnd + view.getUint16(at + 32, true)
  }
  if (total > limits.total) throw beyond(`${Math.round(total / MiB)} MiB inflated, ${Math.round(limits.total / MiB)} allowed`)
  return entries
}

const inflate = (data: Uint8Array, entry: Entry, ceiling: number): Uint8Array => {
  try {
    // loaded here: the reader of a text asks for none of it
    return process.getBuiltinModule('node:zlib').inflateRawSync(data, { maxOutputLength: ceiling })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null
    throw code === 'ERR_BUFFER_TOO_LARGE'
      ? beyond(`${entry.name} inflates to more than it claims`)
      : damaged(`${entry.name} cannot be inflated`)
  }
}

/** Names that stand more than once in the directory, each once. */
export const repeatedNames = ({ members }: Zip): string[] => {
  const seen = new Set<string>()
  return [...new Set(members.filter(({ name }) => seen.size === seen.add(name).size).map(({ name }) => name))]
}

/** Opens an archive. Throws SourceError: `damaged_archive`, `archive_limit`, `encrypted`, `unsupported_archive`. */
export const openZip = (bytes: Uint8Array, limits: ZipLimits = zipLimits): Zip => {
  if (bytes.length < 22) throw damaged('it is too short')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = readDirectory(bytes, view, limits)
  const byName = new Map(entries.map((entry) => [entry.name, entry]))
  let spent = 0
  const read = (member: string | number): Uint8Array | null => {
    const entry = typeof member === 'number' ? entries[member] : byName.get(member)
    if (!entry) return null
    const { name } = entry
    if (entry.encrypted) throw new SourceError('encrypted', `${name} is protected by a password`)
    if (entry.size > limits.member) throw beyond(`${name} claims ${Math.round(entry.size / MiB)} MiB`)
    if (entry.size > limits.ratioFrom && entry.size > entry.stored * limits.ratio)
      throw beyond(`${name} inflates ${limits.ratio}-fold or more`)
    if (entry.offset + 30 > bytes.length || view.getUint32(entry.offset, true) !== localSignature)
      throw damaged(`${name} is missing`)
    const start = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true)
    if (start + entry.stored > bytes.length) throw damaged(`${name} is cut off`)
    const data = bytes.subarray(start, start + entry.stored)
    spent += entry.size
    if (spent > limits.total) throw beyond('its members are read too often')
    if (entry.method === 0) return data
    if (entry.method !== 8) throw new SourceError('unsupported_archive', `${name} is packed by method ${entry.method}`)
    return inflate(data, entry, Math.max(1, entry.size))
  }
  return { members: entries.map(({ name, size }) => ({ name, size })), read }
}
