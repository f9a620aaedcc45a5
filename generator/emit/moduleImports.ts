import type { Message } from "../model/contract.ts";
import type { Adapter } from "./adapters.ts";
import { type Code, code, join, name } from "./code.ts";
import { printFields, printValue } from "./maps.ts";

/** The subpath of the runtime that generated code imports. */
export const DOOR = "@wirepact/runtime/codegen-v1";

/** Imports the pieces of the runtime that stand behind doors of their own. */
export function importAdapters(adapters: readonly (Adapter | null)[]): Code[] {
  return adapters.flatMap((adapter) => {
    if (adapter === null) return [];
    return [code`import { ${name(adapter.exported)} } from ${`${DOOR}/${adapter.door}`};\n`];
  });
}

/** Hands on the class of the errors that a stub throws: whoever uses the stub need not know where it lives. */
export function exportError(): Code {
  return code`export { WirepactError } from ${DOOR};\n`;
}

/** Names that a declaration file imports from one module, one a line: one more is a line of a diff. Printing a type imports it. */
export class TypeImports {
  readonly #module: string;
  readonly #names = new Map<string, Code>();

  constructor(module: string) {
    this.#module = module;
  }

  /** A type of the module, perhaps under another name. */
  type(exported: string, local = exported): Code {
    const identifier = name(local);
    this.#names.set(local, exported === local ? identifier : code`${name(exported)} as ${identifier}`);
    return identifier;
  }

  /** The type of what a user of a message handles. */
  value(message: Message): Code {
    if (message.value !== null) this.type(message.value);
    return printValue(message);
  }

  /** The type of what is given to send a message. */
  fields(message: Message): Code {
    const { fields, value } = message;
    const own = fields.kind === "own" ? fields.identifier : value;
    if (fields.kind !== "none" && own !== null) this.type(own);
    return printFields(message);
  }

  /** The import of all that was printed. */
  print(): Code {
    const sorted = [...this.#names].sort(([a], [b]) => (a < b ? -1 : 1));
    if (sorted.length === 0) return code``;
    const lines = sorted.map(([, printed]) => code`  ${printed},\n`);
    return code`import type {\n${join(lines, "")}} from ${this.#module};\n`;
  }
}
