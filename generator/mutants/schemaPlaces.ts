import { pointerSteps } from "@wirepact/runtime";
import { Judge } from "../fixtures/judge.ts";
import { get, isObject, type Json } from "../json.ts";
import type { Contract, Message } from "../model/contract.ts";
import { reachableDefinitions } from "../model/definitions.ts";
import { keywords } from "../model/keywords.ts";
import { subschemas } from "../model/subschemas.ts";
import { valueAt } from "../reference.ts";

/** A schema inside a contract's document. */
export interface SchemaPlace {
  readonly pointer: string;
  readonly schema: Json;
  /** What people call the place: `TRIGGER/tool`. */
  readonly name: string;
  /** Whether it judges the same value as the schema around it. */
  readonly isInPlace: boolean;
  /** Whether null may stand there. */
  readonly admitsNull: boolean;
}

/** Every schema that the frames of a contract's messages are held to, each once; those of HTTP and of handshakes are none. */
export function schemaPlaces({ document, messages }: Contract): SchemaPlace[] {
  const shared = reachableDefinitions(
    document,
    messages.map(({ frame }) => frame),
  );
  const roots = [...messages.flatMap(payloadOf), ...shared.map(({ name, pointer }) => ({ name, pointer }))];
  const found = new Map<string, SchemaPlace>();
  const judge = new Judge(document);
  for (const { name, pointer } of roots) {
    const schema = valueAt(document, pointer);
    if (schema === undefined) continue;
    for (const place of within({ pointer, schema, name, isInPlace: false })) {
      if (!found.has(place.pointer))
        found.set(place.pointer, { ...place, admitsNull: judge.admits(place.schema, null) === true });
    }
  }
  return [...found.values()];

  function payloadOf({ name, pointer }: Message) {
    const payload = valueAt(document, `${pointer}/payload`);
    if (payload === undefined) return [];
    const isWrapped = get(payload, "schemaFormat") !== undefined && get(payload, "schema") !== undefined;
    return [{ name, pointer: isWrapped ? `${pointer}/payload/schema` : `${pointer}/payload` }];
  }
}

function* within(place: Omit<SchemaPlace, "admitsNull">): Generator<Omit<SchemaPlace, "admitsNull">> {
  yield place;
  const { schema, pointer, name } = place;
  if (!isObject(schema) || "$ref" in schema) return;
  for (const [word, held] of Object.entries(schema)) {
    const keyword = keywords.get(word);
    for (const [step, inner] of keyword === undefined ? [] : subschemas(keyword, held)) {
      const at = { pointer: `${pointer}/${word}${step}`, name: `${name}${stepName(word, step)}` };
      yield* within({ ...at, schema: inner, isInPlace: keyword?.inPlace === true });
    }
  }
}

/** A step as it is said: properties by their names, items by a star, branches by their keyword. */
function stepName(word: string, step: string): string {
  if (word === "properties") return `/${pointerSteps(step)[0] ?? ""}`;
  if (["items", "additionalProperties", "patternProperties"].includes(word)) return "/*";
  return `{${word}${step}}`;
}
