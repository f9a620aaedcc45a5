import type { HeartbeatDescriptor, ResourceDescriptor, StreamDescriptor, TopicsDescriptor } from "@wirepact/runtime";
import type { JsonObject } from "../json.ts";
import { type Codec, readCodecs } from "./codecs.ts";
import { type Errors, readErrors } from "./errors.ts";
import { readHeartbeat } from "./heartbeat.ts";
import { type HttpCall, readHttp } from "./http.ts";
import { type Machine, readMachines } from "./machines.ts";
import type { Identifiers } from "./readType.ts";
import { readResource } from "./resource.ts";
import { rootOf } from "./root.ts";
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
  readonly resource: ResourceDescriptor | null;
  readonly http: readonly HttpCall[];
  readonly codecs: readonly Codec[];
  readonly scenarios: readonly Scenario[];
}

/** Reads what holds for a connection as a whole; HTTP calls get names that are not taken. */
export function readSession(document: JsonObject, identifiers: Identifiers, taken: ReadonlySet<string>): Session {
  const root = rootOf(document);
  return {
    opening: root.opening ?? null,
    streams: readStreams(root),
    machines: readMachines(root),
    topics: readTopics(root),
    errors: readErrors(root),
    heartbeat: readHeartbeat(root),
    resource: readResource(root),
    http: readHttp(document, identifiers, taken),
    codecs: readCodecs(root),
    scenarios: readScenarios(root),
  };
}
