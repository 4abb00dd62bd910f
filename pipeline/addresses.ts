/**
 * Which network addresses a fetch may connect to. A URL in a list of sources must not reach into the user's own network:
 * loopback, private, link-local (with the clouds' metadata service), multicast and reserved ranges are refused.
 * Sources: the IANA special-purpose address registries (RFC 6890) for IPv4 and IPv6.
 */
import { lookup } from 'node:dns/promises'
import { BlockList, isIP } from 'node:net'
import { SourceError } from '../parsers/readers/source-error.js'

const refused = new BlockList()
for (const range of [
  '0.0.0.0/8', // this network
  '10.0.0.0/8', // private
  '100.64.0.0/10', // shared by carriers; holds a cloud's metadata service
  '127.0.0.0/8', // loopback
  '168.63.129.16/32', // a cloud's host service
  '169.254.0.0/16', // link-local; metadata services
  '172.16.0.0/12', // private
  '192.0.0.0/24', // protocol assignments
  '192.0.2.0/24', // documentation
  '192.88.99.0/24', // 6to4 relays
  '192.168.0.0/16', // private
  '198.18.0.0/15', // benchmarks
  '198.51.100.0/24', // documentation
  '203.0.113.0/24', // documentation
  '224.0.0.0/4', // multicast
  '240.0.0.0/4', // reserved, broadcast
])
  addRange(refused, range, 'ipv4')
for (const range of [
  '2001::/23', // protocol assignments, Teredo
  '2001:db8::/32', // documentation
  '2002::/16', // 6to4: an IPv4 address inside
  '3fff::/20', // documentation
])
  addRange(refused, range, 'ipv6')

/** Never fetched from, not even with leave to fetch from private networks: what a cloud tells its machines of themselves stands there, keys included. */
const always = new BlockList()
for (const range of [
  '169.254.0.0/16', // link-local; metadata services
  '168.63.129.16/32', // a cloud's host service
  '100.100.100.200/32', // a cloud's metadata service
  '224.0.0.0/4', // multicast
  '240.0.0.0/4', // reserved, broadcast
])
  addRange(always, range, 'ipv4')
for (const range of [
  'fe80::/10', // link-local
  'fd00:ec2::/32', // a cloud's metadata service
  'ff00::/8', // multicast
])
  addRange(always, range, 'ipv6')

/** All of the IPv6 space that is public at present. */
const globalUnicast = new BlockList()
addRange(globalUnicast, '2000::/3', 'ipv6')

function addRange(list: BlockList, range: string, family: 'ipv4' | 'ipv6'): void {
  const [network = '', prefix = ''] = range.split('/')
  list.addSubnet(network, Number(prefix), family)
}

/** Whether an address (as text) is a public one. IPv4 inside IPv6 (`::ffff:10.0.0.1`) is not: no public name resolves to it. */
export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !refused.check(address, 'ipv4')
    case 6: {
      const bare = address.split('%')[0] ?? ''
      return globalUnicast.check(bare, 'ipv6') && !refused.check(bare, 'ipv6')
    }
    default:
      return false
  }
}

/** IPv4 addresses written as IPv6: mapped, compatible, and behind a NAT64 or 6to4 prefix. */
const inside = new BlockList()
for (const range of ['::ffff:0:0/96', '::/96', '64:ff9b::/96', '64:ff9b:1::/48', '2002::/16']) addRange(inside, range, 'ipv6')
const loopback = '::1'

/**
 * Whether an address may be fetched from where private networks are allowed. An IPv4 address inside an IPv6 one is not looked into but
 * refused: nobody writes a host of his own network so.
 */
export function isAllowedAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !always.check(address, 'ipv4')
    case 6: {
      const bare = address.split('%')[0] ?? ''
      return bare === loopback || (!always.check(bare, 'ipv6') && !inside.check(bare, 'ipv6'))
    }
    default:
      return false
  }
}

export interface Address {
  address: string
  family: 4 | 6
}

/**
 * The address to connect to for a host name. The name is resolved once and the connection goes to what was checked, so that
 * a second answer of the name server cannot lead elsewhere. Throws `address_refused`, `host_not_found`.
 */
export async function resolveHost(hostname: string, allowPrivate: boolean): Promise<Address> {
  const host = hostname.replace(/^\[(.*)\]$/, '$1')
  const found = isIP(host)
    ? [{ address: host, family: isIP(host) }]
    : await lookup(host, { all: true }).catch(() => {
        throw new SourceError('host_not_found', `the host ${host} is not known`)
      })
  const [first] = found
  if (!first) throw new SourceError('host_not_found', `the host ${host} has no address`)
  const never = found.find(({ address }) => !isAllowedAddress(address))
  if (never) throw new SourceError('address_refused', `${host} is at ${never.address}, an address that is never fetched from`)
  const bad = allowPrivate ? undefined : found.find(({ address }) => !isPublicAddress(address))
  if (bad)
    throw new SourceError(
      'address_refused',
      `${host} is at ${bad.address}, an address of a private network; --allow-private lets it be fetched`,
    )
  return { address: first.address, family: first.family === 6 ? 6 : 4 }
}
