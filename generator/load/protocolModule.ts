import { existsSync } from "node:fs";
import { join } from "node:path";
import { DefinitionError, DefinitionErrors, type Subject } from "../define/definitionError.ts";
import * as define from "../define/index.ts";
import { printDocument } from "../define/print/document.ts";
import type { ProtocolDefinition } from "../define/protocol.ts";
import { DiagnosticError, type Position } from "../diagnostics.ts";
import type { JsonObject } from "../json.ts";
import { valueAt } from "../reference.ts";
import { checkDefinition } from "./checkDefinition.ts";
import { withExample } from "./exampleFile.ts";
import { importedFiles } from "./importedFiles.ts";
import { moduleError, startOf } from "./moduleError.ts";
import type { ModulePositions } from "./modulePositions.ts";
import { whileRunning } from "./runningModules.ts";
import type { Source } from "./source.ts";

/** Loads `protocol.ts` of a folder: the module is run, and what it exports by default is printed as a document. */
export async function loadProtocolModule(folder: string): Promise<Source> {
  const path = moduleIn(folder);
  const definition = await run(path, folder);
  const document = withExample(await print(definition, folder), folder);
  let positions: Promise<ModulePositions> | undefined;
  const locate = async (pointer: string) => {
    positions ??= positionsOf(folder);
    return (await positions).ofPointer(pointer, valueAt(document, pointer));
  };
  return { protocol: definition.name, document, locate, files: importedFiles(path), warnings: [] };
}

/** The protocol module of a folder. */
function moduleIn(folder: string): string {
  const names = ["protocol.ts", "protocol.mts", "protocol.js", "protocol.mjs"];
  const found = names.map((name) => join(folder, name)).find((path) => existsSync(path));
  if (found !== undefined) return found;
  throw missing(
    "the folder has no protocol.ts; write one that exports a protocol by default, or begin the folder's name with _ if it holds what protocols share",
    folder,
  );
}

async function run(path: string, folder: string): Promise<ProtocolDefinition> {
  const exported = await importModule(path, folder);
  if (isDefinition(exported)) return exported;
  throw missing('the module must export a protocol by default: export default protocol("name", { … })', path);
}

async function importModule(path: string, folder: string): Promise<unknown> {
  const { createJiti } = await import("jiti");
  const jiti = createJiti(import.meta.url, {
    fsCache: cacheFolder(),
    moduleCache: false,
    // The vocabulary is this process's own, wherever the module stands and whatever is installed there.
    virtualModules: { "wirepact/define": define },
  });
  try {
    return (await whileRunning(path, () => jiti.import<{ default?: unknown }>(path))).default;
  } catch (error) {
    throw await moduleError(error, path, folder);
  }
}

/** Transformed modules are kept, by the hash of their text, where the project keeps such things. */
function cacheFolder(): string | false {
  const modules = join(process.cwd(), "node_modules");
  return existsSync(modules) ? join(modules, ".cache", "wirepact") : false;
}

async function print(definition: ProtocolDefinition, folder: string): Promise<JsonObject> {
  try {
    checkDefinition(definition);
    return printDocument(definition);
  } catch (error) {
    const errors = error instanceof DefinitionErrors ? error.all : [error];
    const known = errors.filter((one) => one instanceof DefinitionError);
    if (known.length === 0) throw error;
    const positions = await positionsOf(folder);
    const diagnostics = known.map(({ code, message: text, subject }) => {
      return { code, severity: "error", text, position: positionOf(subject, positions) } as const;
    });
    throw new DiagnosticError(...diagnostics);
  }
}

function positionOf(subject: Subject, positions: ModulePositions): Position {
  if ("listing" in subject) return positions.ofListing(subject.listing);
  if ("mention" in subject) return positions.ofMention(subject.mention);
  return "word" in subject ? positions.ofWord(subject.word) : positions.ofPointer(subject.pointer);
}

async function positionsOf(folder: string): Promise<ModulePositions> {
  const { ModulePositions } = await import("./modulePositions.ts");
  return new ModulePositions(folder);
}

function missing(text: string, path: string): DiagnosticError {
  return new DiagnosticError({ code: "missing-protocol", severity: "error", text, position: startOf(path) });
}

function isDefinition(value: unknown): value is ProtocolDefinition {
  return typeof value === "object" && value !== null && "kind" in value && value.kind === "protocol";
}
