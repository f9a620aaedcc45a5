import { readFileSync } from "node:fs";
import type { Direction } from "@wirepact/runtime";
import { get, getString, isObject, type Json } from "../../generator/json.ts";
import { ROOT } from "./protocols.ts";

/** A frame as a protocol's document shows it; `{}` stands for what the document leaves out. */
export interface Sample {
  /** Where it stands, such as `panel.md:214`. */
  readonly source: string;
  readonly from: Direction;
  readonly frame: Json;
}

/** The samples of a protocol's document, in its order. */
export function samplesOf(protocol: string): Sample[] {
  const lines = readFileSync(`${ROOT}test/samples/${protocol}.jsonl`, "utf8").split("\n");
  return lines.filter((line) => line !== "").map((line) => JSON.parse(line));
}

/** What each undiscriminated message is told by, as the decisions have it. */
const UNDISCRIMINATED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  flowork: { error: "refused", status: "acknowledged" },
  nodetool: { error: "validation_error", active_jobs: "active_jobs", status: "job_status", message: "acknowledgement" },
};

/** The message that a frame is, as a person reads it: by its name where it has one, else by a field. */
export function nameIn(protocol: string, frame: Json): string | undefined {
  const places = [getString(frame, "type"), getString(frame, "command"), getString(get(frame, "payload"), "type")];
  const name = places.find((found) => found !== undefined) ?? getString(frame, "event");
  if (name !== undefined || !isObject(frame)) return name;
  const [, told] = Object.entries(UNDISCRIMINATED[protocol] ?? {}).find(([field]) => Object.hasOwn(frame, field)) ?? [];
  return told;
}
