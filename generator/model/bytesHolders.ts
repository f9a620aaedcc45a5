import { isObject, type Json } from "../json.ts";
import { definitionName, referencesIn } from "./references.ts";
import { schemasIn } from "./subschemas.ts";

/** Which schemas of a document describe binary data, themselves or through others. */
export class BytesHolders {
  /** Names of the named schemas that do. */
  readonly #names = new Set<string>();

  constructor(definitions: readonly { readonly name: string; readonly schema: Json }[]) {
    const users = new Map<string, string[]>();
    for (const { name, schema } of definitions) {
      for (const used of namesIn(schema)) users.set(used, [...(users.get(used) ?? []), name]);
    }
    const open = definitions.filter(({ schema }) => isDirect(schema)).map(({ name }) => name);
    for (let name = open.pop(); name !== undefined; name = open.pop()) {
      if (this.#names.has(name)) continue;
      this.#names.add(name);
      open.push(...(users.get(name) ?? []));
    }
  }

  /** Whether values of a schema may hold binary data. */
  holds(schema: Json): boolean {
    return isDirect(schema) || namesIn(schema).some((name) => this.#names.has(name));
  }
}

/** Whether a schema is one of binary data: bytes in MessagePack and in code, base64 in JSON. */
export function isBytes(schema: Json): boolean {
  return isObject(schema) && schema["contentEncoding"] === "base64";
}

function isDirect(schema: Json): boolean {
  for (const inner of schemasIn(schema)) if (isBytes(inner)) return true;
  return false;
}

function namesIn(schema: Json): string[] {
  return [...referencesIn(schema)].flatMap((reference) => definitionName(reference) ?? []);
}
