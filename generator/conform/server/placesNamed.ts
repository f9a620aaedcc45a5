import { escapeStep } from "@wirepact/runtime";
import { isObject, type Json } from "../../json.ts";
import type { Contract } from "../../model/contract.ts";
import { exampleOf } from "../wire/exampleOf.ts";

/** The places of a client's frames that have a name, in whatever message. */
export function placesNamed(contract: Contract, name: string): ReadonlySet<string> {
  const frames = contract.messages.flatMap((message) => {
    const frame = message.from.includes("client") ? exampleOf(contract, message.name, "full") : undefined;
    return frame === undefined ? [] : [frame];
  });
  return new Set(frames.flatMap((frame) => placesIn(frame, name, "")));
}

function placesIn(value: Json, name: string, path: string): string[] {
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const place = `${path}/${escapeStep(key)}`;
    return key === name ? [place] : placesIn(inner, name, place);
  });
}
