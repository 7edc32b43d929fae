/**
 * Where a webhook may be sent: to addresses that everybody on the internet can reach, and to no other.
 *
 * Whoever registers a webhook has this server ask an address of their choice. Without a fence that would be an address
 * behind the fence of this server: its own machine, its neighbours, or the metadata of a cloud (OWASP, server-side request
 * forgery). A name is resolved once, every address it has is looked at, and the one that was looked at is the one that is
 * asked: a name that points elsewhere a moment later leads nowhere.
 */
import { Refusal } from "@groeikring/core"
import { Effect, Schema } from "effect"
import { lookup } from "node:dns/promises"
import { BlockList, isIP } from "node:net"

const says = {
  NotAnAddress:
    "That is no address to send to. Give a whole one, such as https://school.example/hook, without a name and a password in it.",
  NotSecure: "What is sent there could be read on the way. Give an address that begins with https.",
  NotPublic: "That address is not one that everybody can reach. Give one that is on the internet."
} as const

/** An address that no webhook may go to. */
export class TargetNotAllowed extends Refusal.refusal("TargetNotAllowed", ({ reason }) => says[reason], {
  reason: Schema.Literals(["NotAnAddress", "NotSecure", "NotPublic"])
}) {}

/** What a name leads to. */
export type Resolve = (host: string) => Promise<ReadonlyArray<string>>
export const resolveByDns: Resolve = async (host) => (await lookup(host, { all: true })).map(({ address }) => address)

export interface Fence {
  /** In a demo on one machine a webhook may also go to that machine itself, by plain http. */
  readonly loopback?: boolean
  /** How names are resolved. As this machine does it, unless told. */
  readonly resolve?: Resolve
  /** How many seconds the other side may take to answer. Ten, unless told. */
  readonly patience?: number
}

/** An address that may be asked, and the one machine to ask for it. */
export interface Pinned {
  readonly url: URL
  readonly address: string
}

// Which addresses ---------------------------------------------------------------------

/** IANA, special-purpose registries of IPv4 and IPv6: what is not globally reachable, and what is for many at once. */
const special = new BlockList()
for (const [net, prefix] of [
  ["0.0.0.0", 8], // this network
  ["10.0.0.0", 8], // private
  ["100.64.0.0", 10], // shared by the customers of a provider
  ["127.0.0.0", 8], // this machine
  ["169.254.0.0", 16], // link-local, and the metadata of clouds
  ["172.16.0.0", 12], // private
  ["192.0.0.0", 24], // protocols
  ["192.0.2.0", 24], // documentation
  ["192.31.196.0", 24], // AS112
  ["192.52.193.0", 24], // AMT
  ["192.88.99.0", 24], // 6to4 relays
  ["192.168.0.0", 16], // private
  ["192.175.48.0", 24], // AS112
  ["198.18.0.0", 15], // measuring
  ["198.51.100.0", 24], // documentation
  ["203.0.113.0", 24], // documentation
  ["224.0.0.0", 4], // multicast
  ["240.0.0.0", 4] // kept back, and broadcast
] as const)
  special.addSubnet(net, prefix, "ipv4")
for (const [net, prefix] of [
  ["2001::", 23], // protocols, with Teredo in it
  ["2001:db8::", 32], // documentation
  ["2002::", 16], // 6to4, which carries any IPv4 address
  ["2620:4f:8000::", 48], // AS112
  ["3fff::", 20] // documentation
] as const)
  special.addSubnet(net, prefix, "ipv6")
/** What is given out to be reached. All the rest of IPv6 is special, or not given out, or an IPv4 address in another dress. */
const global = new BlockList()
global.addSubnet("2000::", 3, "ipv6")

const loopback = new BlockList()
loopback.addSubnet("127.0.0.0", 8, "ipv4")
loopback.addAddress("::1", "ipv6")

const familyOf = (address: string) => (isIP(address) === 4 ? "ipv4" : "ipv6")
/**
 * Can everybody reach this address?
 *
 * @example
 * ```ts
 * import { Target } from "@groeikring/http/webhooks"
 *
 * const tried = ["93.184.215.14", "10.0.0.1", "169.254.169.254", "::ffff:10.0.0.1", "2606:2800:21f::1"].map(Target.isPublic)
 * tried // => [true, false, false, false, true]
 * ```
 */
export const isPublic = (address: string): boolean =>
  isIP(address) === 4
    ? !special.check(address, "ipv4")
    : isIP(address) === 6 && !address.includes("%") && global.check(address, "ipv6") && !special.check(address, "ipv6")

const isThisMachine = (address: string): boolean => isIP(address) > 0 && loopback.check(address, familyOf(address))

// Which target --------------------------------------------------------------------------

const no = (reason: TargetNotAllowed["reason"]) => Effect.fail(new TargetNotAllowed({ reason }))

/** Looks where a target leads now, and pins it to one address, or refuses it. */
export const pinned = Effect.fnUntraced(function* (
  target: string,
  { loopback = false, resolve = resolveByDns }: Fence = {}
): Effect.fn.Return<Pinned, TargetNotAllowed> {
  const url = URL.parse(target)
  if (url === null || target.length > 2000 || url.username !== "" || url.password !== "" || url.hash !== "")
    return yield* no("NotAnAddress")
  if (url.protocol !== "https:" && url.protocol !== "http:") return yield* no("NotAnAddress")
  if (url.protocol === "http:" && !loopback) return yield* no("NotSecure")
  // A URL has one way to write an address: decimal, octal, hexadecimal and short forms have become dotted ones here.
  const host = url.hostname.replace(/^\[(.*)\]$/, "$1")
  const addresses =
    isIP(host) > 0
      ? [host]
      : yield* Effect.orElseSucceed(
          Effect.tryPromise(() => resolve(host)),
          (): ReadonlyArray<string> => []
        )
  const may = (address: string) => (loopback && isThisMachine(address) ? true : url.protocol === "https:" && isPublic(address))
  const [address] = addresses
  // One address behind the fence is enough to turn a name down: which of them is asked would be chance.
  if (address === undefined || !addresses.every(may)) return yield* no("NotPublic")
  return { url, address }
})
