/** A line between a client and a server that can be cut and can fall still: real sockets, and nothing pretended. */
import { connect, createServer, type Socket } from "node:net"
import { afterAll } from "vitest"

export interface Between {
  readonly url: string
  /** Breaks every line there is. */
  readonly cut: () => void
  /** Lets nothing through from the server any more on the lines there are, and says nothing about it. */
  readonly still: () => void
  /** How many lines there have been. */
  readonly lines: () => number
}

export const between = async (base: string): Promise<Between> => {
  const { hostname, port } = new URL(base)
  const open = new Set<readonly [Socket, Socket]>()
  let count = 0
  const proxy = createServer((near) => {
    count++
    const far = connect(Number(port), hostname)
    const pair = [near, far] as const
    open.add(pair)
    for (const socket of pair) {
      socket.on("error", () => {})
      socket.on("close", () => {
        open.delete(pair)
        for (const one of pair) one.destroy()
      })
    }
    near.pipe(far)
    far.pipe(near)
  })
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve))
  const cut = () => {
    for (const pair of open) for (const socket of pair) socket.destroy()
  }
  afterAll(() => {
    cut()
    proxy.close()
  })
  return {
    url: `http://127.0.0.1:${(proxy.address() as { readonly port: number }).port}`,
    cut,
    still: () => {
      for (const [near, far] of open) far.unpipe(near).resume()
    },
    lines: () => count
  }
}
