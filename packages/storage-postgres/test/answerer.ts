/** Answers for a store on a server, in a process of its own. A place is an address and what makes its tenants new. */
import { answering } from "@groeikring/testkit"
import { PostgresStore } from "../src/index.ts"

answering((place) => {
  const { n, url } = JSON.parse(place) as { readonly url: string; readonly n: number }
  return (tenant) => PostgresStore.facts(url, { tenant: `${tenant} ${n}` })
})
