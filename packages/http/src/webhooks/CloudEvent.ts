/**
 * A fact as a CloudEvent 1.0 in its structured form: that it happened, and where to look.
 *
 * No word of anybody is in it, nor who did it: who wants to know more asks the server, which looks again who is asking.
 */
import type { Told } from "@groeikring/storage"

/** What may be told of a fact without its words. */
export type Notice = Pick<Told, "machine" | "id" | "position" | "at"> & { readonly type: string }

/** The notice of a fact. */
export const noticeOf = ({ at, event, id, machine, position }: Told): Notice => ({
  machine,
  id,
  type: event._tag,
  position,
  at
})

/** A notice as it is sent: https://github.com/cloudevents/spec, JSON format, structured content mode. */
export interface CloudEvent {
  readonly specversion: "1.0"
  /** The place of the fact in the order of all facts. */
  readonly id: string
  readonly source: string
  readonly type: string
  /** The machine and the id of the thing that it happened to. */
  readonly subject: string
  readonly time: string
  readonly datacontenttype: "application/json"
  readonly data: { readonly machine: string; readonly id: string; readonly position: string }
}

export const contentType = "application/cloudevents+json; charset=utf-8"

/**
 * @example
 * ```ts
 * import { CloudEvent } from "@groeikring/http/webhooks"
 *
 * const notice = { machine: "Pap", id: "p1", type: "PapCommitted", position: "7", at: 29_290_000 }
 * const { subject, time, type } = CloudEvent.cloudEvent("urn:groeikring:school", notice)
 * const told = [type, subject, time] // => ["groeikring.PapCommitted", "Pap/p1", "2025-09-09T06:40:00Z"]
 * ```
 */
export const cloudEvent = (source: string, { at, id, machine, position, type }: Notice): CloudEvent => ({
  specversion: "1.0",
  id: position,
  source,
  type: `groeikring.${type}`,
  subject: `${machine}/${encodeURIComponent(id)}`,
  time: new Date(at * 60_000).toISOString().replace(".000Z", "Z"),
  datacontenttype: "application/json",
  data: { machine, id, position }
})
