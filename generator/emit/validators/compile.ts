import type { Ajv } from "ajv";
import type { Json } from "../../json.ts";
import { createAjv } from "./createAjv.ts";
import { KeptTexts } from "./keptTexts.ts";

/** A validator as code: what it imports, its constants and its function. */
export interface CompiledCode {
  /** Names that it takes from the runtime. */
  readonly runtime: readonly string[];
  readonly constants: readonly string[];
  /** The function, and its name in it. */
  readonly functionName: string;
  readonly functionText: string;
}

/** What ajv prints for its own helpers, and what the runtime calls them. Anything else is refused. */
const HELPERS: ReadonlyMap<string, string> = new Map([
  ['require("ajv/dist/runtime/ucs2length").default', "codePointLength"],
  ['require("ajv/dist/runtime/equal").default', "equal"],
  ...["areUnique", "codePointLength", "isMultiple", "isPlainObject"].map((name) => [name, name] as const),
]);

const lengthOf = ({ constants, functionText }: CompiledCode) => constants.join("").length + functionText.length;

/** What was compiled before, by its schema: a contract that is read again, after a change or beside its successor, differs in little. */
const printed = new KeptTexts(lengthOf);

/** The same of what is only run: its numbers depend on what was compiled before it. */
const run = new KeptTexts(lengthOf);

/** Compiles a lowered schema to standalone code. What is only run and never printed may share an ajv: its numbers grow. */
export function compile(schema: Json, ajv?: Ajv): CompiledCode {
  const key = JSON.stringify(schema);
  const known = printed.get(key) ?? (ajv === undefined ? undefined : run.get(key));
  if (known !== undefined) return known;
  const compiled = compileWith(schema, ajv ?? createAjv());
  (ajv === undefined ? printed : run).set(key, compiled);
  return compiled;
}

function compileWith(schema: Json, ajv: Ajv): CompiledCode {
  // ajv's own schema types have no readonly lists.
  const { source } = ajv.compile(schema as object | boolean);
  if (source === undefined) throw new TypeError("ajv gave no source");
  const functionText = String(source.validateCode);
  const runtime = new Set<string>();
  const constants: string[] = [];
  for (const used of Object.values(source.scopeValues)) {
    for (const name of used ?? []) {
      if (!isUsed(String(name), functionText)) continue;
      constants.push(`const ${name} = ${printValue(name.value?.code?.toString(), runtime)};`);
    }
  }
  return {
    runtime: [...runtime].sort(),
    constants,
    functionName: String(source.validateName),
    functionText,
  };
}

function printValue(text: string | undefined, runtime: Set<string>): string {
  if (text === undefined) throw new TypeError("ajv used a value without code");
  const helper = HELPERS.get(text);
  if (helper !== undefined) runtime.add(helper);
  else if (/^formats\b/.test(text)) runtime.add("formats");
  else if (/\brequire\(/.test(withoutStrings(text))) {
    throw new TypeError(`ajv asks for an unknown module: ${text.slice(0, 80)}`);
  }
  return helper ?? text;
}

/** The code without what its strings say: names and texts of a contract are data. */
function withoutStrings(code: string): string {
  return code.replace(/"(?:[^"\\]|\\.)*"/g, '""');
}

/** ajv also lists constants that its own optimiser has made unused. */
function isUsed(name: string, text: string): boolean {
  return new RegExp(`\\b${name}\\b`).test(text);
}
