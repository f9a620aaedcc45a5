import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { DefinitionError } from "../define/definitionError.ts";
import { printDocument } from "../define/print/document.ts";
import type { ProtocolDefinition } from "../define/protocol.ts";
import { DiagnosticError } from "../diagnostics.ts";
import type { JsonObject } from "../json.ts";
import { moduleError, startOf } from "./moduleError.ts";
import { ModulePositions } from "./modulePositions.ts";
import type { Source } from "./source.ts";

/** Loads `protocol.ts` of a folder: the module is run, and what it exports by default is printed as a document. */
export async function loadProtocolModule(folder: string): Promise<Source> {
  const path = moduleIn(folder);
  const definition = await run(path, folder);
  const document = print(definition, folder);
  // Reading the sources again for places is slow, and only a diagnostic needs it.
  let positions: ModulePositions | undefined;
  const locate = (pointer: string) => {
    positions ??= new ModulePositions(folder);
    return positions.ofPointer(pointer);
  };
  return { protocol: definition.name, document, locate, files: [folder] };
}

/** The protocol module of a folder. */
export function moduleIn(folder: string): string {
  const names = ["protocol.ts", "protocol.mts", "protocol.js", "protocol.mjs"];
  const found = names.map((name) => join(folder, name)).find((path) => existsSync(path));
  if (found !== undefined) return found;
  throw missing("the folder has no protocol.ts; write one that exports a protocol by default", folder);
}

async function run(path: string, folder: string): Promise<ProtocolDefinition> {
  const exported = await importModule(path, folder);
  if (isDefinition(exported)) return exported;
  throw missing('the module must export a protocol by default: export default protocol("name", { … })', path);
}

async function importModule(path: string, folder: string): Promise<unknown> {
  const { createJiti } = await import("jiti");
  const define = fileURLToPath(new URL("../define/index.js", import.meta.url));
  const alias = { "wirepact/define": define };
  const jiti = createJiti(import.meta.url, { fsCache: false, moduleCache: false, interopDefault: true, alias });
  try {
    return (await jiti.import<{ default?: unknown }>(path)).default;
  } catch (error) {
    throw moduleError(error, path, folder);
  }
}

function print(definition: ProtocolDefinition, folder: string): JsonObject {
  try {
    return printDocument(definition);
  } catch (error) {
    if (!(error instanceof DefinitionError)) throw error;
    const { code, message: text, subject } = error;
    throw new DiagnosticError({ code, severity: "error", text, position: new ModulePositions(folder).ofWord(subject) });
  }
}

function missing(text: string, path: string): DiagnosticError {
  return new DiagnosticError({ code: "missing-protocol", severity: "error", text, position: startOf(path) });
}

function isDefinition(value: unknown): value is ProtocolDefinition {
  return typeof value === "object" && value !== null && "kind" in value && value.kind === "protocol";
}
