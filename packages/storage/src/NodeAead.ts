/** Node's own AES-256-GCM: three times as fast as the Web Crypto of the same machine for words of this length. */
import { Layer } from "effect"
import * as Aead from "effect/crypto/Aead"
import * as SecureRandom from "effect/crypto/SecureRandom"
import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject } from "node:crypto"

/** Making a key out of its bytes costs Node four times what the sealing does, so it is made once. It is gone with them. */
const objects = new WeakMap<Uint8Array, KeyObject>()
const objectOf = (bytes: Uint8Array) => {
  const object = objects.get(bytes) ?? createSecretKey(bytes)
  objects.set(bytes, object)
  return object
}

/** What seals and opens, for a vault of a program that runs on Node. */
export const aead: Layer.Layer<Aead.Aead> = Aead.layerWebCryptoWith({
  implementations: {
    aes256Gcm: {
      encrypt: (key, nonce, plain, aad) => {
        const cipher = createCipheriv("aes-256-gcm", objectOf(key), nonce).setAAD(aad)
        return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()])
      },
      decrypt: (key, nonce, sealed, aad) => {
        const decipher = createDecipheriv("aes-256-gcm", objectOf(key), nonce).setAAD(aad).setAuthTag(sealed.subarray(-16))
        try {
          return Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()])
        } catch {
          return undefined
        }
      }
    }
  }
}).pipe(Layer.provide(SecureRandom.layerWebCrypto))
