/**
 * The vault: keys for the words of people, apart from the facts.
 *
 * There is a key for each person in each stream. Losing that key is losing the words, wherever copies of them lie; the
 * facts around them, and every replay, go on. The vault remembers what it forgot.
 *
 * Those keys are wrapped by the root key of their tenant, and that one by the master key. So another master key means one
 * key to wrap anew, and a key management service is asked once, when the vault is opened.
 */
import { Refusal } from "@groeikring/core"
import { Context, Effect, Layer, Schema } from "effect"
import * as Aead from "effect/crypto/Aead"
import * as Mac from "effect/crypto/Mac"
import * as SecureRandom from "effect/crypto/SecureRandom"
import * as Base64 from "effect/encoding/Base64"
import { defaultTenant, type StreamName } from "./EventStore.ts"
import { StoreUnusable } from "./StoreUnusable.ts"

/** Whose words, in which stream. */
export interface Owner extends StreamName {
  readonly subject: string
}
/** One box: the words of one person in one fact. Everything in here is bound to it, so a box opens nowhere else. */
export interface Box extends Owner {
  readonly type: string
  readonly version: number
}

/** The key is gone, or was never there. */
export class Unreadable extends Refusal.refusal(
  "Unreadable",
  ({ subject }) => `The words of ${subject} can no longer be read, because their key is gone. Nothing brings them back.`,
  { subject: Schema.String }
) {}

/** Words that may not be erased, because somebody's right hangs on them. */
export class WordsHeld extends Refusal.refusal(
  "WordsHeld",
  ({ by, person }) =>
    `The words of ${person} are held by ${by.map(({ id, machine, state }) => `${machine} ${id}, which is ${state}`).join(" and ")}. ` +
    "Erase them when that is over.",
  {
    person: Schema.String,
    by: Schema.Array(Schema.Struct({ machine: Schema.String, id: Schema.String, state: Schema.String }))
  }
) {}

/** Words for somebody, or for something, that was forgotten: no new key is made where one was destroyed. */
export class Forgotten extends Refusal.refusal(
  "Forgotten",
  ({ subject }) => `The words of ${subject} were erased here, so new ones are not kept. Begin somewhere new.`,
  { subject: Schema.String }
) {}

/** What was given as the master key is none, or is not the one that the keys are wrapped with. */
export class MasterKeyWrong extends StoreUnusable {
  override readonly name = "MasterKeyWrong"
}

/** There are keys, and the master key that they are wrapped with is not where it was. */
export class MasterKeyMissing extends StoreUnusable {
  override readonly name = "MasterKeyMissing"
}

/** Where the wrapped keys of one tenant lie: never in the same file, or the same backup, as the facts. */
export class Keys extends Context.Service<
  Keys,
  {
    readonly tenant: string
    /** The file or database, for who has to be told that something is wrong with it. */
    readonly where: string
    /** The wrapped root key; nothing before the first `keepRoot`. */
    readonly root: Effect.Effect<Uint8Array | undefined>
    /** Keeps the wrapped root key where there is none, and answers with the one that is kept: of two writers, the first. */
    readonly keepRoot: (wrapped: Uint8Array) => Effect.Effect<Uint8Array>
    /** Puts another wrapping in the place of this one; `false` when it is no longer this one. */
    readonly replaceRoot: (from: Uint8Array, to: Uint8Array) => Effect.Effect<boolean>
    /** The wrapped key of an owner; `"Forgotten"` when it was destroyed. */
    readonly find: (owner: Owner) => Effect.Effect<Uint8Array | "Forgotten" | undefined>
    /** Keeps a wrapped key where there is none, and answers with the one that is kept: of two writers, the first. */
    readonly keep: (owner: Owner, wrapped: Uint8Array) => Effect.Effect<Uint8Array | "Forgotten">
    /** Destroys the keys of a person, or of everything in a stream, and remembers that. */
    readonly forget: (whose: Whose) => Effect.Effect<void>
  }
>()("@groeikring/storage/Keys") {}

/** A person, or everything in a stream. */
export type Whose = { readonly subject: string } | { readonly stream: StreamName }

/**
 * What wraps the root key: bytes from a file or an environment variable (`masterKeyOf`), or a key management service,
 * which keeps the key to itself. `about` names the tenant; a service that has no place for it may leave it.
 */
export class MasterKey extends Context.Service<
  MasterKey,
  {
    readonly wrap: (key: Uint8Array, about: string) => Effect.Effect<Uint8Array>
    /** Nothing when this is not the key it was wrapped with. */
    readonly unwrap: (wrapped: Uint8Array, about: string) => Effect.Effect<Uint8Array | undefined>
  }
>()("@groeikring/storage/MasterKey") {}

/**
 * Seals words, opens them, and forgets.
 *
 * **When to use** Through `School`, which seals before it writes and opens only for who may read. Directly to forget a
 * person who asks for it: that is an act of a school, and no command of a machine.
 *
 * **Gotchas** To forget is for ever, in every copy of the facts. It does not wait for a command that is on its way: what
 * was sealed just before is unreadable just after.
 *
 * @example
 * ```ts
 * import { Vault } from "@groeikring/storage"
 * import { Effect } from "effect"
 *
 * const box = { machine: "Pap", id: "p1", subject: "p-femke", type: "PapCommitted", version: 2 }
 * const program = Effect.gen(function* () {
 *   const vault = yield* Vault.Vault
 *   const sealed = yield* vault.seal(box, ["bij de deur"])
 *   const before = yield* vault.open(box, sealed)
 *   yield* vault.forget({ subject: "p-femke" })
 *   const after = yield* Effect.flip(vault.open(box, sealed))
 *   return [before[0], after._tag]
 * })
 * await Effect.runPromise(Effect.provide(program, Vault.layerMemory)) // => ["bij de deur", "Unreadable"]
 * ```
 */
export class Vault extends Context.Service<
  Vault,
  {
    /** One box for all the words that one person has in one fact. */
    readonly seal: (box: Box, words: ReadonlyArray<string>) => Effect.Effect<string, Forgotten>
    readonly open: (box: Box, sealed: string) => Effect.Effect<ReadonlyArray<string>, Unreadable>
    readonly forget: (whose: Whose) => Effect.Effect<void>
    /** Wraps the root key with another master key. Nothing that was sealed changes, and who has the vault open goes on. */
    readonly rotate: (to: MasterKey["Service"]) => Effect.Effect<void>
    /** The same name for the same parts, from which nobody without the root key can tell the parts. */
    readonly pseudonym: (...parts: ReadonlyArray<string>) => Effect.Effect<string>
  }
>()("@groeikring/storage/Vault") {}

const bytes = new TextEncoder()
const text = new TextDecoder()
const bound = ({ id, machine, subject, type, version }: Box) =>
  bytes.encode(JSON.stringify([machine, id, type, version, subject]))
const owned = (tenant: string, { id, machine, subject }: Owner) => bytes.encode(JSON.stringify([tenant, machine, id, subject]))

/** What the key for pseudonyms is made from, so that the root key itself does one thing only. */
const forPseudonyms = bytes.encode("groeikring pseudonyms")

/** Boxes come in steps of 64 bytes, so that their length tells little. */
const padded = (words: ReadonlyArray<string>) => {
  const json = bytes.encode(JSON.stringify(words))
  const whole = new Uint8Array(Math.ceil(json.length / 64) * 64).fill(0x20)
  whole.set(json)
  return whole
}

/** How many unwrapped keys are kept at hand. */
const room = 500
const isSame = (one: Uint8Array, other: Uint8Array) => one.length === other.length && one.every((byte, n) => byte === other[n])

/** Nonce and ciphertext as one; a nonce is random, and no key seals more than a few thousand boxes. */
const encrypt = (aead: Aead.Aead["Service"], key: Aead.Key, plain: Uint8Array, aad: Uint8Array) => {
  const nonce = SecureRandom.randomBytesUnsafe(12)
  return Effect.map(Effect.orDie(aead.encrypt(key, plain, { nonce, aad })), (cipher) => {
    const whole = new Uint8Array(12 + cipher.length)
    whole.set(nonce)
    whole.set(cipher, 12)
    return whole
  })
}
const decrypt = (aead: Aead.Aead["Service"], key: Aead.Key, whole: Uint8Array, aad: Uint8Array) =>
  aead.decrypt(key, whole.subarray(12), { nonce: whole.subarray(0, 12), aad })

/** A master key of 32 bytes that this program holds itself; `where` says where they came from. */
export const masterKeyOf = Effect.fnUntraced(function* (key: Uint8Array, where = "The master key") {
  const aead = yield* Aead.Aead
  if (key.length !== 32)
    return yield* Effect.die(new MasterKeyWrong(where, "does not hold a master key", "Give 32 bytes in base64."))
  const master = yield* Effect.orDie(Aead.key(Aead.aes256Gcm, key))
  return MasterKey.of({
    wrap: (key, about) => encrypt(aead, master, key, bytes.encode(about)),
    unwrap: (wrapped, about) => Effect.catch(decrypt(aead, master, wrapped, bytes.encode(about)), () => Effect.undefined)
  })
})

/**
 * A vault over keys that lie somewhere: what `layerMemory` and the vault of `@groeikring/storage-sqlite` are made of.
 *
 * **Gotchas** Wrap it in `Layer.fresh`: within one program a layer is built once, and two schools would share the keys of
 * the first. A master key that does not fit is found here and not at the first word: then this dies with `MasterKeyWrong`.
 */
export const layer: Layer.Layer<Vault, never, Keys | MasterKey | Aead.Aead> = Layer.effect(
  Vault,
  Effect.gen(function* () {
    const aead = yield* Aead.Aead
    const mac = yield* Mac.Mac
    const keys = yield* Keys
    const master = yield* MasterKey
    const { tenant, where } = keys
    const unlocked = Effect.fnUntraced(function* (wrapped: Uint8Array) {
      const key = yield* master.unwrap(wrapped, tenant)
      return (
        key ??
        (yield* Effect.die(new MasterKeyWrong(where, "was locked with another master key", "Put back the key it was made with.")))
      )
    })
    const wrappedRoot =
      (yield* keys.root) ??
      (yield* Effect.flatMap(master.wrap(SecureRandom.randomBytesUnsafe(32), tenant), (wrapped) => keys.keepRoot(wrapped)))
    const rootBytes = yield* unlocked(wrappedRoot)
    const root = yield* Effect.orDie(Aead.key(Aead.aes256Gcm, rootBytes))
    const pseudonyms = yield* Mac.key(Mac.hmacSha256, rootBytes).pipe(
      Effect.flatMap((key) => mac.sign(key, forPseudonyms)),
      Effect.flatMap((derived) => Mac.key(Mac.hmacSha256, derived)),
      Effect.orDie
    )
    /** Keys that were unwrapped, at hand for as long as their owner has the same one: whoever keeps the keys is asked first each time. */
    const unwrapped = new Map<string, { readonly wrapped: Uint8Array; readonly key: Aead.Key }>()
    const unwrap = (owner: Owner, wrapped: Uint8Array) => {
      const name = `${owner.machine}/${owner.id}/${owner.subject}`
      const known = unwrapped.get(name)
      if (known !== undefined && isSame(known.wrapped, wrapped)) return Effect.succeed(known.key)
      return decrypt(aead, root, wrapped, owned(tenant, owner)).pipe(
        Effect.flatMap((plain) => Aead.key(Aead.aes256Gcm, plain)),
        Effect.orDie,
        Effect.tap((key) =>
          Effect.sync(() => {
            if (unwrapped.size >= room) unwrapped.delete(unwrapped.keys().next().value!)
            unwrapped.set(name, { wrapped, key })
          })
        )
      )
    }

    return Vault.of({
      seal: Effect.fnUntraced(function* (box, words) {
        const found = yield* keys.find(box)
        const kept =
          found ??
          (yield* Effect.flatMap(encrypt(aead, root, SecureRandom.randomBytesUnsafe(32), owned(tenant, box)), (wrapped) =>
            keys.keep(box, wrapped)
          ))
        if (kept === "Forgotten") return yield* Effect.fail(new Forgotten({ subject: box.subject }))
        const key = yield* unwrap(box, kept)
        return Base64.encode(yield* encrypt(aead, key, padded(words), bound(box)))
      }),
      open: Effect.fnUntraced(function* (box, sealed) {
        const gone = Effect.fail(new Unreadable({ subject: box.subject }))
        const found = yield* keys.find(box)
        if (found === undefined || found === "Forgotten") return yield* gone
        const key = yield* unwrap(box, found)
        const cipher = yield* Effect.orDie(Effect.fromResult(Base64.decode(sealed)))
        const plain = yield* Effect.catch(decrypt(aead, key, cipher, bound(box)), () => gone)
        return JSON.parse(text.decode(plain)) as ReadonlyArray<string>
      }),
      forget: (whose) =>
        Effect.andThen(
          keys.forget(whose),
          Effect.sync(() => unwrapped.clear())
        ),
      rotate: Effect.fnUntraced(function* (to) {
        const wrapped = yield* to.wrap(rootBytes, tenant)
        // Somebody else may have rotated since this vault was opened: the newest wish counts.
        for (let from = yield* keys.root; from !== undefined; from = yield* keys.root) {
          if (yield* keys.replaceRoot(from, wrapped)) return
        }
      }),
      pseudonym: (...parts) =>
        Effect.map(Effect.orDie(mac.sign(pseudonyms, bytes.encode(JSON.stringify(parts)))), (tag) => Base64.encode(tag))
    })
  })
).pipe(Layer.provide(Mac.layerWebCrypto), Layer.provide(SecureRandom.layerWebCrypto))

/** Keys in memory: gone with the program. */
export const memoryKeys: Layer.Layer<Keys> = Layer.sync(Keys, () => {
  const kept = new Map<string, { readonly owner: Owner; readonly wrapped: Uint8Array | "Forgotten" }>()
  const forgottenPeople = new Set<string>()
  const forgottenStreams = new Set<string>()
  let root: Uint8Array | undefined
  const nameOf = ({ id, machine, subject }: Owner) => JSON.stringify([machine, id, subject])
  const streamOf = ({ id, machine }: StreamName) => JSON.stringify([machine, id])
  const isForgotten = (owner: Owner) => forgottenPeople.has(owner.subject) || forgottenStreams.has(streamOf(owner))
  const find = (owner: Owner) => (isForgotten(owner) ? ("Forgotten" as const) : kept.get(nameOf(owner))?.wrapped)
  return Keys.of({
    tenant: defaultTenant,
    where: "The memory of this program",
    root: Effect.sync(() => root),
    keepRoot: (wrapped) => Effect.sync(() => (root ??= wrapped)),
    replaceRoot: (from, to) =>
      Effect.sync(() => {
        if (root !== from) return false
        root = to
        return true
      }),
    find: (owner) => Effect.sync(() => find(owner)),
    keep: (owner, wrapped) =>
      Effect.sync(() => {
        const found = find(owner)
        if (found === undefined) kept.set(nameOf(owner), { owner, wrapped })
        return found ?? wrapped
      }),
    forget: (whose) =>
      Effect.sync(() => {
        if ("subject" in whose) forgottenPeople.add(whose.subject)
        else forgottenStreams.add(streamOf(whose.stream))
        for (const [name, { owner }] of kept) if (isForgotten(owner)) kept.delete(name)
      })
  })
})

/** A vault in memory under a fresh master key: for tests and for trying things out. */
export const layerMemory: Layer.Layer<Vault> = Layer.fresh(layer).pipe(
  Layer.provide([
    memoryKeys,
    Layer.effect(
      MasterKey,
      Effect.suspend(() => masterKeyOf(SecureRandom.randomBytesUnsafe(32)))
    )
  ]),
  Layer.provide(Aead.layerWebCrypto.pipe(Layer.provide(SecureRandom.layerWebCrypto)))
)
