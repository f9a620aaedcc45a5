import { escapeStep, type FormatName, formats, similar } from "@wirepact/runtime";
import { type Findings, quote } from "../diagnostics.ts";
import { get, getObject, getString, getStrings, isList, isObject, type Json, type JsonObject } from "../json.ts";
import { meantReference } from "../reference.ts";
import { checkBytes } from "./checkBytes.ts";
import { checkContradictions } from "./checkContradictions.ts";
import { foreignKeywords, isJsonType, type JsonType, type Keyword, keywords } from "./keywords.ts";
import { valueChecks } from "./keywordValues.ts";
import { follow, resolveReference } from "./references.ts";
import { subschemas } from "./subschemas.ts";

/** What the schemas around this one say of the same value. */
interface Context {
  readonly types: ReadonlySet<string>;
  readonly properties: ReadonlySet<string>;
  /** Depth of nesting, bounded: a contract is hostile input. */
  readonly depth: number;
}

const OUTERMOST: Context = { types: new Set(), properties: new Set(), depth: 0 };
const MAX_DEPTH = 200;

/** Finds what a schema says that validators would not enforce, and what can never hold. */
export function checkSchema(document: JsonObject, schema: Json, pointer: string, findings: Findings): void {
  new SchemaCheck(document, findings).check(schema, pointer, OUTERMOST);
}

class SchemaCheck {
  readonly #document: JsonObject;
  readonly #findings: Findings;
  readonly #untyped = new Set<JsonObject>();

  constructor(document: JsonObject, findings: Findings) {
    this.#document = document;
    this.#findings = findings;
  }

  check(schema: Json, pointer: string, outer: Context): void {
    if (typeof schema === "boolean") return;
    if (!isObject(schema))
      return this.#findings.error(pointer, "not-a-schema", `a schema must be an object or a boolean, not ${quote(schema)}`);
    if (outer.depth > MAX_DEPTH)
      return this.#findings.error(pointer, "too-deep", `schemas are nested deeper than ${MAX_DEPTH} levels; name the inner ones`);
    if ("$ref" in schema) return this.#checkReference(schema, pointer);
    const context = this.#contextOf(schema, outer);
    this.#checkBytes(schema, pointer);
    checkBytes(this.#document, schema, pointer, this.#findings);
    this.#checkCompany(schema, pointer);
    checkContradictions(this.#document, schema, pointer, this.#findings);
    for (const [name, held] of Object.entries(schema)) {
      const keyword = keywords.get(name);
      const place = `${pointer}/${escapeStep(name)}`;
      if (keyword !== undefined) this.#checkKeyword(name, keyword, held, place, schema, context);
      else if (!name.startsWith("x-")) this.#unknownKeyword(name, place);
    }
  }

  #checkKeyword(name: string, keyword: Keyword, held: Json, pointer: string, schema: JsonObject, context: Context): void {
    this.#checkAbout(name, keyword, pointer, schema, context);
    valueChecks.get(name)?.({ held, pointer, findings: this.#findings, schema, properties: context.properties });
    const inner = keyword.inPlace ? { ...context, depth: context.depth + 1 } : { ...OUTERMOST, depth: context.depth + 1 };
    for (const [step, subschema] of subschemas(keyword, held)) this.check(subschema, `${pointer}${step}`, inner);
  }

  /** Binary data is bytes to a validator: what counts or matches characters would not be asked. */
  #checkBytes(schema: JsonObject, pointer: string): void {
    if (schema["contentEncoding"] === undefined) return;
    for (const name of ["minLength", "maxLength", "pattern", "format", "enum", "const"]) {
      if (schema[name] === undefined) continue;
      const text = `validators would not enforce ${quote(name)} on binary data; remove it, or describe a string without contentEncoding`;
      this.#findings.error(`${pointer}/${name}`, "unenforced-keyword", text);
    }
  }

  /** Some keywords mean something only beside another. */
  #checkCompany(schema: JsonObject, pointer: string): void {
    const alone: readonly (readonly [string, boolean, string])[] = [
      ["then", "if" in schema, "if"],
      ["else", "if" in schema, "if"],
      ["additionalItems", isList(schema["items"]), "a list under items"],
      ["discriminator", "oneOf" in schema || "anyOf" in schema, "oneOf"],
    ];
    for (const [name, isFine, company] of alone) {
      if (isFine || !(name in schema)) continue;
      const text = `validators would not enforce ${quote(name)} without ${company}; add it, or remove the keyword`;
      this.#findings.error(`${pointer}/${name}`, "unenforced-keyword", text);
    }
  }

  #checkReference(schema: JsonObject, pointer: string): void {
    const reference = getString(schema, "$ref");
    if (reference === undefined) return this.#findings.error(`${pointer}/$ref`, "missing-reference", "a $ref must be a string");
    if (resolveReference(this.#document, reference) === undefined) {
      const meant = meantReference(this.#document, reference);
      const hint = meant === undefined ? "check the name" : `did you mean ${quote(meant)}?`;
      this.#findings.error(`${pointer}/$ref`, "missing-reference", `nothing stands at ${quote(reference)}; ${hint}`);
    }
    for (const name of Object.keys(schema)) {
      if (name === "$ref" || name.startsWith("x-") || keywords.get(name)?.annotation) continue;
      const text = `validators ignore ${quote(name)} beside a $ref; put both under allOf`;
      this.#findings.error(`${pointer}/${escapeStep(name)}`, "unenforced-keyword", text);
    }
  }

  #unknownKeyword(name: string, pointer: string): void {
    const foreign = foreignKeywords.get(name);
    if (foreign !== undefined) {
      return this.#findings.error(
        pointer,
        "unenforced-keyword",
        `validators would not enforce ${quote(name)}, which is no keyword of JSON Schema draft-07; ${foreign}`,
      );
    }
    const meant = similar(name, keywords.keys());
    if (meant !== undefined)
      return this.#findings.error(pointer, "misspelled-keyword", `${quote(name)} is no keyword; did you mean ${quote(meant)}?`);
    this.#findings.error(
      pointer,
      "unenforced-keyword",
      `validators would not enforce ${quote(name)}, which is no keyword; remove it, or prefix it with x-`,
    );
  }

  /** A keyword about objects lets every string pass: without the type, it checks less than it seems to. */
  #checkAbout(name: string, keyword: Keyword, pointer: string, schema: JsonObject, context: Context): void {
    const about = name === "format" ? aboutFormat(schema["format"]) : keyword.about;
    if (about === undefined || about.some((type) => context.types.has(type))) return;
    const type = about[0] ?? "object";
    if ([...context.types].some((type) => !isJsonType(type))) return;
    if (context.types.size > 0) {
      const text = `${quote(name)} says nothing about ${[...context.types].join(" or ")}; remove it, or correct the type`;
      return this.#findings.error(pointer, "unenforced-keyword", text);
    }
    if (name === "required" && schema["properties"] === undefined && context.properties.size > 0) return;
    // One is enough to say that the type is missing.
    if (this.#untyped.has(schema)) return;
    this.#untyped.add(schema);
    this.#findings.error(
      pointer,
      "untyped-keyword",
      `${quote(name)} is checked on ${plural(type)} only, and any other value would pass; add ${quote("type")}: ${quote(type)}`,
    );
  }

  #contextOf(schema: JsonObject, outer: Context): Context {
    const own = typeof schema["type"] === "string" ? [schema["type"]] : getStrings(schema, "type");
    const types = own.length > 0 ? new Set(own) : outer.types;
    const properties = new Set([...outer.properties, ...this.#propertiesOf(schema, new Set())]);
    return { types: this.#typesThrough(schema, types), properties, depth: outer.depth };
  }

  #typesThrough(schema: JsonObject, types: ReadonlySet<string>): ReadonlySet<string> {
    if (types.size > 0) return types;
    for (const branch of [...listOf(schema, "allOf")]) {
      const target = follow(this.#document, branch, "")?.value;
      const type = getString(target, "type");
      if (type !== undefined) return new Set([type]);
    }
    return types;
  }

  #propertiesOf(schema: Json | undefined, seen: Set<Json>): string[] {
    if (!isObject(schema) || seen.has(schema)) return [];
    seen.add(schema);
    const branches = ["allOf", "anyOf", "oneOf"].flatMap((name) => listOf(schema, name));
    const inner = branches.flatMap((branch) => this.#propertiesOf(follow(this.#document, branch, "")?.value, seen));
    return [...Object.keys(getObject(schema, "properties")), ...inner];
  }
}

function listOf(schema: JsonObject, name: string): readonly Json[] {
  const held = get(schema, name);
  return isList(held) ? held : [];
}

/** What a format is about: most are about text, some about numbers. */
function aboutFormat(format: Json | undefined): readonly JsonType[] {
  const isNumeric =
    typeof format === "string" && Object.hasOwn(formats, format) && typeof formats[format as FormatName] === "object";
  return isNumeric ? ["number", "integer"] : ["string"];
}

function plural(type: JsonType): string {
  return type === "array" ? "arrays" : `${type}s`;
}
