import { escapeStep } from "@wirepact/runtime";
import { get, getObject, isObject, type Json, type JsonObject } from "../json.ts";
import { follow } from "../reference.ts";

/** What AsyncAPI 3 still says of a parameter of an address; `type` is lost too, and says nothing, since all of them are texts. */
const KEPT: ReadonlySet<string> = new Set(["enum", "const", "default", "examples", "description"]);

/** A keyword of a parameter that version 3 has no place for. */
export interface LostKeyword {
  readonly pointer: string;
  readonly keyword: string;
}

/** Writes the parameters of an AsyncAPI 2 document with what version 3 can say of them, and lists what it cannot: the converter only prints that. */
export function trimParameters(document: JsonObject): { readonly document: JsonObject; readonly lost: readonly LostKeyword[] } {
  const lost: LostKeyword[] = [];
  const trimIn = (holder: Json, pointer: string): Json => {
    if (!isObject(holder) || holder["parameters"] === undefined) return holder;
    const entries = Object.entries(getObject(holder, "parameters")).map(([name, parameter]) => {
      return [name, trim(document, parameter, `${pointer}/parameters/${escapeStep(name)}/schema`, lost)];
    });
    return { ...holder, parameters: Object.fromEntries(entries) };
  };
  const channels = Object.entries(getObject(document, "channels")).map(([name, channel]) => {
    return [name, trimIn(channel, `/channels/${escapeStep(name)}`)];
  });
  const components = get(document, "components");
  return {
    document: {
      ...document,
      ...(document["channels"] === undefined ? {} : { channels: Object.fromEntries(channels) }),
      ...(components === undefined ? {} : { components: trimIn(components, "/components") }),
    },
    lost,
  };
}

function trim(document: JsonObject, parameter: Json, pointer: string, lost: LostKeyword[]): Json {
  const schema = get(parameter, "schema");
  if (!isObject(parameter) || schema === undefined) return parameter;
  const target = follow(document, schema, pointer);
  if (target === undefined || !isObject(target.value)) return parameter;
  const keywords = Object.keys(target.value);
  for (const keyword of keywords.filter((key) => !KEPT.has(key) && key !== "type" && !key.startsWith("x-")))
    lost.push({ pointer: `${target.pointer}/${escapeStep(keyword)}`, keyword });
  return { ...parameter, schema: Object.fromEntries(Object.entries(target.value).filter(([key]) => KEPT.has(key))) };
}
