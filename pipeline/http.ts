/** One HTTP request within limits: to a checked address, with a time-out, a limit on size (also after unpacking), no redirects. */
import { request as httpRequest, type IncomingHttpHeaders, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { SourceError } from '../parsers/readers/source-error.js'
import { resolveHost } from './addresses.js'
import { size } from './limits.js'

export interface HttpAnswer {
  status: number
  headers: IncomingHttpHeaders
  /** Empty unless the status is 200. */
  body: Uint8Array
}

export interface HttpOptions {
  headers: Record<string, string>
  maxBytes: number
  timeoutMs: number
  allowPrivate: boolean
  /** Takes the first `maxBytes` of a longer body, where it would be an error otherwise. */
  cut?: boolean
}

/** Sends a GET. Throws SourceError: `address_refused`, `host_not_found`, `timeout`, `too_large`, `network`. */
export async function get(url: URL, options: HttpOptions): Promise<HttpAnswer> {
  const { address, family } = await resolveHost(url.hostname, options.allowPrivate)
  const abort = new AbortController()
  const timer = setTimeout(() => abort.abort(), options.timeoutMs)
  try {
    const answer = await send(url, options, address, family, abort.signal)
    const status = answer.statusCode ?? 0
    if (status !== 200) {
      answer.destroy()
      return { status, headers: answer.headers, body: new Uint8Array() }
    }
    const body = await readBody(answer, options, url)
    return { status, headers: answer.headers, body }
  } catch (error) {
    if (error instanceof SourceError) throw error
    if (abort.signal.aborted)
      throw new SourceError('timeout', `${url.href} did not answer within ${options.timeoutMs / 1000} s`)
    throw new SourceError(
      'network',
      `${url.href} could not be fetched: ${error instanceof Error ? error.message : String(error)}`,
    )
  } finally {
    clearTimeout(timer)
  }
}

function send(url: URL, options: HttpOptions, address: string, family: 4 | 6, signal: AbortSignal): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? httpsRequest : httpRequest)(url, {
      headers: options.headers,
      agent: false,
      signal,
      // The name was resolved and checked already: whatever asks again gets that address.
      lookup: (_host, { all }, answer) => (all ? answer(null, [{ address, family }]) : answer(null, address, family)),
    })
    request.on('response', resolve)
    request.on('error', reject)
    request.end()
  })
}

async function readBody(answer: IncomingMessage, { maxBytes: most, cut = false }: HttpOptions, url: URL): Promise<Uint8Array> {
  const tooLarge = () =>
    new SourceError('too_large', `${url.href} is larger than the limit of ${size(most)}; --max-size raises it`)
  const announced = Number(answer.headers['content-length'] ?? 0)
  if (announced > most && !cut) {
    answer.destroy()
    throw tooLarge()
  }
  const chunks: Buffer[] = []
  let total = 0
  let over: SourceError | null = null
  const collect = async (source: AsyncIterable<Buffer>) => {
    for await (const chunk of source) {
      total += chunk.length
      chunks.push(chunk)
      if (total <= most) continue
      over = tooLarge()
      throw over
    }
  }
  const unpack = decoder(answer.headers['content-encoding'])
  try {
    await (unpack ? pipeline(answer, unpack, collect) : pipeline(answer, collect))
  } catch (error) {
    if (over && cut) return Buffer.concat(chunks).subarray(0, most)
    // With a stage between, the pipeline tells of an abort and not of its cause.
    throw over ?? error
  }
  // A connection that ends before all that was announced has come is no end of the body.
  if (!answer.complete) throw new SourceError('network', `${url.href} broke off before all of it had come`)
  return Buffer.concat(chunks)
}

function decoder(encoding: string | undefined) {
  switch (encoding?.trim().toLowerCase()) {
    case 'gzip':
    case 'x-gzip':
      return createGunzip()
    case 'deflate':
      return createInflate()
    case 'br':
      return createBrotliDecompress()
    default:
      return null
  }
}
