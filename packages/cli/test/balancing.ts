/** The smallest balancer there is: each request goes to the next server, and to the one after that when it is not there. */
import { createServer, request, type IncomingMessage, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"

export const balancing = async (bases: ReadonlyArray<string>) => {
  const served = bases.map(() => 0)
  let turn = 0
  const pass = (asked: IncomingMessage, answer: ServerResponse, body: Buffer, left: number) => {
    const n = turn++ % bases.length
    const on = request(bases[n]! + asked.url!, { method: asked.method!, headers: asked.headers, agent: false })
    on.on("response", (response) => {
      served[n]!++
      answer.writeHead(response.statusCode!, response.headers)
      response.pipe(answer)
      answer.on("close", () => on.destroy())
      response.on("error", () => answer.destroy())
    })
    on.on("error", () => (left > 0 && !answer.headersSent ? pass(asked, answer, body, left - 1) : answer.destroy()))
    on.end(body)
  }
  const server = createServer((asked, answer) => {
    const parts: Array<Buffer> = []
    asked.on("data", (part: Buffer) => parts.push(part))
    asked.on("end", () => pass(asked, answer, Buffer.concat(parts), bases.length))
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const { port } = server.address() as AddressInfo
  return {
    base: `http://127.0.0.1:${port}`,
    /** How many answers each server gave. */
    served,
    stop: () => {
      server.closeAllConnections()
      server.close()
    }
  }
}
