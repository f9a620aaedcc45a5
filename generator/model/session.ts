import type { HeartbeatDescriptor, StreamDescriptor, TopicsDescriptor } from "@wirepact/runtime";
import { get, type JsonObject } from "../json.ts";
import { type Codec, readCodecs } from "./codecs.ts";
import { type Errors, readErrors } from "./errors.ts";
import type { RootExtension } from "./extension.ts";
import { readHeartbeat } from "./heartbeat.ts";
import { type HttpCall, readHttp } from "./http.ts";
import { type Machine, readMachines } from "./machines.ts";
import type { Identifiers } from "./readType.ts";
import { readScenarios, type Scenario } from "./scenarios.ts";
import { readStreams } from "./streams.ts";
import { readTopics } from "./topics.ts";

/** What a contract says of a connection as a whole, beside its single messages. */
export interface Session {
  /** The server's first message on every connection. */
  readonly opening: string | null;
  readonly streams: readonly StreamDescriptor[];
  readonly machines: readonly Machine[];
  readonly topics: TopicsDescriptor | null;
  readonly errors: Errors | null;
  readonly heartbeat: HeartbeatDescriptor | null;
  readonly http: readonly HttpCall[];
  readonly codecs: readonly Codec[];
  readonly scenarios: readonly Scenario[];
}

/** What a reader of one concept gets: the root extension, every part of which may be absent. */
export type Root = Partial<RootExtension>;

/** The root extension of a document that {@link checkExtensions} found nothing wrong with. */
export function rootOf(document: JsonObject): Root {
  // Its JSON Schema, which this type is made from, was checked before anything is read.
  return (get(document, "x-wirepact") ?? {}) as unknown as Root;
}

/** Reads what holds for a connection as a whole. */
export function readSession(document: JsonObject, identifiers: Identifiers): Session {
  const root = rootOf(document);
  return {
    opening: root.opening ?? null,
    streams: readStreams(root),
    machines: readMachines(root),
    topics: readTopics(root),
    errors: readErrors(root),
    heartbeat: readHeartbeat(root),
    http: readHttp(root, identifiers),
    codecs: readCodecs(root),
    scenarios: readScenarios(root),
  };
}
