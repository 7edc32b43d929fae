/** Answers for a store of which each process has one of its own: what no adapter may be. */
import { MemoryStore } from "@groeikring/storage"
import { answering } from "../src/index.ts"

const places = new Map<string, ReturnType<typeof MemoryStore.place>>()
answering((name) => {
  const place = places.get(name) ?? MemoryStore.place()
  places.set(name, place)
  return place
})
