/** A server of a vendor that is told what happens, as a test sees it. */
import { createServer, type IncomingHttpHeaders } from "node:http"
import type { AddressInfo } from "node:net"
import { afterAll } from "vitest"

export interface Received {
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** Answers each message with what `answer` says: a status, or nothing at all. */
export const receiver = async (
  answer: (received: Received, n: number) => number | "Silence" | { readonly status: number; readonly headers: object } = () =>
    204
) => {
  const received: Array<Received> = []
  const server = createServer((request, response) => {
    let body = ""
    request.setEncoding("utf8").on("data", (text: string) => (body += text))
    request.on("end", () => {
      const one = { path: request.url!, headers: request.headers, body }
      received.push(one)
      const answered = answer(one, received.length)
      if (answered === "Silence") return
      if (typeof answered === "number") response.writeHead(answered).end()
      else response.writeHead(answered.status, answered.headers as never).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return { received, port, target: `http://127.0.0.1:${port}/hook` }
}
