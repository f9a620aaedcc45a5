import { escapeStep, pointerOf, pointerSteps } from "@wirepact/runtime";
import { get, getObject, getString, isList, type Json, type JsonObject } from "../json.ts";
import { follow, valueAt } from "../reference.ts";

/** Where in an AsyncAPI 2 document something stands that the converter put at a JSON Pointer of version 3. */
export function inVersion2(document: JsonObject, pointer: string): string {
  return besidePayload(document, placeIn2(document, pointer));
}

/** In version 2 a schema's format stands beside the payload; version 3 wraps both. */
function besidePayload(document: JsonObject, pointer: string): string {
  const [, message = "", inner = ""] = /^(.*?)\/payload\/(schema.*)$/.exec(pointer) ?? [];
  if (getString(valueAt(document, message), "schemaFormat") === undefined) return pointer;
  if (inner === "schemaFormat") return `${message}/schemaFormat`;
  return /^schema(\/|$)/.test(inner) ? `${message}/payload${inner.slice("schema".length)}` : pointer;
}

function placeIn2(document: JsonObject, pointer: string): string {
  const [section, key = "", inner, name = "", ...rest] = pointerSteps(pointer);
  if (section === "channels" && inner === "messages") {
    const place = messagePlaces(document, key).find(({ names }) => names.includes(name))?.pointer;
    return place === undefined ? pointer : place + pointerOf(rest);
  }
  if (section === "operations") {
    const place = operationPlaces(document).find(({ names }) => names.includes(key))?.pointer;
    return place ?? "/channels";
  }
  return pointer;
}

/** Something of version 2, and the keys that it may have in version 3. */
interface Place {
  readonly pointer: string;
  readonly names: readonly string[];
}

function operationPlaces(document: JsonObject): Place[] {
  return Object.keys(getObject(document, "channels")).flatMap((channel) => operationsOf(document, channel));
}

function operationsOf(document: JsonObject, channel: string): Place[] {
  const value = get(getObject(document, "channels"), channel);
  return ["publish", "subscribe"].flatMap((action) => {
    const operation = get(value, action);
    const names = [getString(operation, "operationId") ?? "", `${channel}.${action}`, action];
    return operation === undefined ? [] : [{ pointer: `/channels/${escapeStep(channel)}/${action}`, names }];
  });
}

/** The messages of a channel; the converter calls one by its id, or by its operation and number. */
function messagePlaces(document: JsonObject, channel: string): Place[] {
  return operationsOf(document, channel).flatMap(({ pointer, names }) => {
    const action = pointer.slice(pointer.lastIndexOf("/") + 1);
    const message = get(get(get(getObject(document, "channels"), channel), action), "message") ?? {};
    const alternatives = get(message, "oneOf");
    const named = (value: Json, suffix: string) => {
      const id = getString(follow(document, value, "")?.value, "messageId");
      return [...(id === undefined ? [] : [id]), ...names.map((name) => `${name}.message${suffix}`)];
    };
    if (!isList(alternatives)) return [{ pointer: `${pointer}/message`, names: named(message, "") }];
    return alternatives.map((one, index) => ({
      pointer: `${pointer}/message/oneOf/${index}`,
      names: named(one, `.${index}`),
    }));
  });
}
