/** Each machine of the domain by itself, loaded when it is asked for. The bundle writes this table from the registry; without a bundle it is empty. */
import type { Domain } from "@groeikring/core"

export const entries: Readonly<Record<string, () => Promise<Domain.Entry<any>>>> = {}
