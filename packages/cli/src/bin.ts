#!/usr/bin/env node
// Only the door: what is behind it is loaded from the cache of what was compiled before.
import { enableCompileCache } from "node:module"

enableCompileCache?.()
await import("./main.ts")
