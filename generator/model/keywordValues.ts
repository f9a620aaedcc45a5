import { escapeStep, formats, similar } from "@wirepact/runtime";
import { type Findings, quote } from "../diagnostics.ts";
import { getStrings, isList, isObject, type Json, type JsonObject } from "../json.ts";
import { isDialect2020 } from "../schemaFormat.ts";
import { checkPatternWork } from "./checkPatternWork.ts";
import { isJsonType, JSON_TYPES } from "./keywords.ts";

/** A keyword with the value that it holds, and what stands around it. */
export interface HeldValue {
  readonly held: Json;
  readonly pointer: string;
  readonly findings: Findings;
  readonly schema: JsonObject;
  /** Properties that this schema and those around it describe. */
  readonly properties: ReadonlySet<string>;
}

type ValueCheck = (value: HeldValue) => void;

/** What the value of each keyword must be for validators to enforce it. */
export const valueChecks: ReadonlyMap<string, ValueCheck> = new Map<string, ValueCheck>([
  ["$schema", checkDialect],
  ["type", checkType],
  ["enum", checkEnum],
  ["required", checkRequired],
  ["discriminator", checkDiscriminator],
  ["pattern", checkPattern],
  ["patternProperties", checkPatterns],
  ["format", checkFormat],
  ["contentEncoding", checkContentEncoding],
  ["uniqueItems", checkBoolean],
  ["minLength", checkCount],
  ["maxLength", checkCount],
  ["minItems", checkCount],
  ["maxItems", checkCount],
  ["minProperties", checkCount],
  ["maxProperties", checkCount],
  ["minimum", checkNumber],
  ["maximum", checkNumber],
  ["exclusiveMinimum", checkNumber],
  ["exclusiveMaximum", checkNumber],
  ["multipleOf", checkStep],
]);

/** Drafts whose keywords mean what they do in draft-07, where both have them. */
const DIALECT = /^https?:\/\/(json-schema\.org\/draft-0[467]\/schema|(www\.)?asyncapi\.com\/.*)#?$/;

function checkDialect({ held, pointer, findings }: HeldValue): void {
  if (typeof held === "string" && DIALECT.test(held)) return;
  const isNewer = typeof held === "string" && isDialect2020(held);
  const text = isNewer
    ? `${quote(held)} is read at the top of a payload or of a named schema in an AsyncAPI file, unless a schemaFormat says otherwise; name this schema there, or translate it to draft-07`
    : `schemas must be JSON Schema draft-07 or 2020-12, not ${quote(held)}; translate the schema, or remove $schema where it is draft-07 already`;
  findings.error(pointer, "unsupported-schema", text);
}

function checkType({ held, pointer, findings }: HeldValue): void {
  for (const type of isList(held) ? held : [held]) {
    if (typeof type === "string" && isJsonType(type)) continue;
    const meant = typeof type === "string" ? similar(type, JSON_TYPES) : undefined;
    const hint = meant === undefined ? `the types are ${JSON_TYPES.join(", ")}` : `did you mean ${quote(meant)}?`;
    findings.error(pointer, "bad-keyword-value", `${quote(type)} is no type; ${hint}`);
  }
}

function checkEnum({ held, pointer, findings }: HeldValue): void {
  if (!isList(held) || held.length === 0) {
    return findings.error(pointer, "bad-keyword-value", `an enum must be a list with at least one value, not ${quote(held)}`);
  }
  const seen = new Set<string>();
  for (const value of held) {
    const text = JSON.stringify(value);
    if (seen.has(text)) findings.error(pointer, "bad-keyword-value", `the enum lists ${quote(value)} twice; remove one`);
    seen.add(text);
  }
}

function checkRequired({ held, pointer, findings, properties }: HeldValue): void {
  if (!isList(held) || held.some((name) => typeof name !== "string")) {
    return findings.error(pointer, "bad-keyword-value", `required must be a list of property names, not ${quote(held)}`);
  }
  for (const [index, name] of held.entries()) {
    if (typeof name !== "string" || properties.has(name)) continue;
    const hint = meaning(name, properties, "describe it under properties, or remove it here");
    findings.error(`${pointer}/${index}`, "missing-property", `required names ${quote(name)}, which is no property; ${hint}`);
  }
}

function checkDiscriminator({ held, pointer, findings, schema, properties }: HeldValue): void {
  if (typeof held !== "string") {
    return findings.error(pointer, "bad-keyword-value", `a discriminator must be a property's name, not ${quote(held)}`);
  }
  if (!properties.has(held)) {
    const hint = meaning(held, properties, "describe it under properties");
    return findings.error(pointer, "missing-property", `the discriminator names ${quote(held)}, which is no property; ${hint}`);
  }
  if (getStrings(schema, "required").includes(held)) return;
  const text = `the discriminator ${quote(held)} must be required, or a value without it could not be told; add it to required`;
  findings.error(pointer, "missing-property", text);
}

function checkPatterns({ held, pointer, findings }: HeldValue): void {
  for (const pattern of Object.keys(isObject(held) ? held : {}))
    checkExpression(pattern, null, `${pointer}/${escapeStep(pattern)}`, findings);
}

function checkPattern({ held, pointer, findings, schema }: HeldValue): void {
  if (typeof held !== "string") return findings.error(pointer, "bad-pattern", `a pattern must be a string, not ${quote(held)}`);
  checkExpression(held, schema, pointer, findings);
}

function checkExpression(held: string, beside: JsonObject | null, pointer: string, findings: Findings): void {
  try {
    new RegExp(held, "u");
  } catch (error) {
    const reason = error instanceof Error ? error.message.split(": ").at(-1) : "invalid";
    const text = `the pattern ${quote(held)} does not compile: ${reason}; patterns are ECMAScript regular expressions with the u flag`;
    return findings.error(pointer, "bad-pattern", text);
  }
  checkPatternWork(held, beside, pointer, findings);
}

function checkFormat({ held, pointer, findings }: HeldValue): void {
  if (typeof held === "string" && Object.hasOwn(formats, held)) return;
  const hint = meaning(String(held), Object.keys(formats), `enforced are ${Object.keys(formats).join(", ")}`);
  findings.error(pointer, "unenforced-keyword", `validators would not enforce the format ${quote(held)}; ${hint}`);
}

function checkContentEncoding({ held, pointer, findings }: HeldValue): void {
  if (held === "base64") return;
  const text = `validators would not enforce the content encoding ${quote(held)}; write "base64", which stands for binary data`;
  findings.error(pointer, "unenforced-keyword", text);
}

function checkCount({ held, pointer, findings }: HeldValue): void {
  if (typeof held === "number" && Number.isInteger(held) && held >= 0) return;
  findings.error(pointer, "bad-keyword-value", `must be a whole number from 0 up, not ${quote(held)}`);
}

function checkNumber({ held, pointer, findings }: HeldValue): void {
  if (typeof held === "number") return;
  const hint = typeof held === "boolean" ? "; a boolean bound is draft-04, write the bound itself" : "";
  findings.error(pointer, "bad-keyword-value", `must be a number, not ${quote(held)}${hint}`);
}

function checkStep({ held, pointer, findings }: HeldValue): void {
  if (typeof held === "number" && held > 0) return;
  findings.error(pointer, "bad-keyword-value", `must be a number greater than 0, not ${quote(held)}`);
}

function checkBoolean({ held, pointer, findings }: HeldValue): void {
  if (typeof held !== "boolean") findings.error(pointer, "bad-keyword-value", `must be true or false, not ${quote(held)}`);
}

/** The hint for a name that is none: what was probably meant, or else what to do. */
function meaning(name: string, candidates: Iterable<string>, otherwise: string): string {
  const meant = similar(name, candidates);
  return meant === undefined ? otherwise : `did you mean ${quote(meant)}?`;
}
