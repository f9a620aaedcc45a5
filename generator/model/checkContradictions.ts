import { type Findings, quote } from "../diagnostics.ts";
import { get, getList, getObject, isList, isObject, type Json, type JsonObject } from "../json.ts";
import { requiredOf } from "./frame.ts";
import { follow } from "./references.ts";

/** Finds what a schema says that no value can satisfy, or that one keyword of it takes back from another. */
export function checkContradictions(document: JsonObject, schema: JsonObject, pointer: string, findings: Findings): void {
  checkListed(schema, pointer, findings);
  checkDefault(schema, pointer, findings);
  checkBounds(schema, pointer, findings);
  checkClosed(document, schema, pointer, findings);
}

/** Values that the type beside them refuses. */
function checkListed(schema: JsonObject, pointer: string, findings: Findings): void {
  const listed = getList(schema, "enum").map((value, index) => [`/enum/${index}`, value] as const);
  const constant = get(schema, "const");
  for (const [step, value] of constant === undefined ? listed : [["/const", constant] as const, ...listed]) {
    if (isOfType(value, schema)) continue;
    const text = `${quote(value)} is not of the type ${quote(schema["type"])}, so that no value can be it; correct the type or the value`;
    findings.error(`${pointer}${step}`, "impossible-schema", text);
  }
}

/** A default promises a value that senders could write as well. */
function checkDefault(schema: JsonObject, pointer: string, findings: Findings): void {
  const value = get(schema, "default");
  if (value === undefined) return;
  const listed = getList(schema, "enum");
  if (!isOfType(value, schema))
    findings.warn(
      `${pointer}/default`,
      "impossible-schema",
      `the default ${quote(value)} is not of the type ${quote(schema["type"])}`,
    );
  else if (listed.length > 0 && !listed.some((one) => JSON.stringify(one) === JSON.stringify(value)))
    findings.warn(`${pointer}/default`, "impossible-schema", `the default ${quote(value)} is none of the values under enum`);
}

function isOfType(value: Json, schema: JsonObject): boolean {
  const type = get(schema, "type");
  if (type === undefined) return true;
  const types = isList(type) ? type : [type];
  return types.includes(typeOf(value)) || (types.includes("integer") && Number.isInteger(value));
}

function typeOf(value: Json): string {
  if (value === null) return "null";
  return isList(value) ? "array" : typeof value;
}

/** Pairs of bounds; `strict` where they may not be equal either. */
const BOUNDS: readonly { readonly low: string; readonly high: string; readonly strict: boolean }[] = [
  { low: "minLength", high: "maxLength", strict: false },
  { low: "minItems", high: "maxItems", strict: false },
  { low: "minProperties", high: "maxProperties", strict: false },
  { low: "minimum", high: "maximum", strict: false },
  { low: "exclusiveMinimum", high: "maximum", strict: true },
  { low: "minimum", high: "exclusiveMaximum", strict: true },
  { low: "exclusiveMinimum", high: "exclusiveMaximum", strict: true },
];

function checkBounds(schema: JsonObject, pointer: string, findings: Findings): void {
  for (const { low, high, strict } of BOUNDS) {
    const [least, most] = [get(schema, low), get(schema, high)];
    if (typeof least !== "number" || typeof most !== "number") continue;
    if (strict ? least < most : least <= most) continue;
    const text = `no value has ${low} ${least} and ${high} ${most}; correct one of them`;
    findings.error(`${pointer}/${low}`, "impossible-schema", text);
  }
}

/** An object that admits no other properties, and beside it under allOf one that asks for others. */
function checkClosed(document: JsonObject, schema: JsonObject, pointer: string, findings: Findings): void {
  if (getList(schema, "allOf").length === 0) return;
  const parts = partsOf(document, schema, pointer, new Set());
  const required = new Set(requiredOf(document, schema));
  for (const closed of parts.filter(({ part }) => isClosed(part))) {
    const others = parts.flatMap(({ part }) => Object.keys(getObject(part, "properties")));
    const unknown = [...new Set([...required, ...others])].filter(
      (name) => !Object.hasOwn(getObject(closed.part, "properties"), name),
    );
    if (unknown.length === 0) continue;
    const demanded = unknown.find((name) => required.has(name));
    if (demanded === undefined) findings.warn(closed.pointer, "impossible-schema", describeUseless(unknown[0]));
    else findings.error(closed.pointer, "impossible-schema", describeImpossible(demanded));
  }
}

const CLOSED = "this object is closed (additionalProperties is false)";
const OPENING = "leave it open, or write all properties in one object that is closed";

function describeUseless(name: string | undefined): string {
  return `${CLOSED}, so that ${quote(name)}, which stands beside it, can never be there; ${OPENING}`;
}

function describeImpossible(name: string): string {
  return `${CLOSED} and does not know ${quote(name)}, which is required beside it: no value is both; ${OPENING}`;
}

interface Part {
  readonly part: JsonObject;
  /** Where it is taken in. */
  readonly pointer: string;
}

/** A schema and all that must hold beside it. */
function partsOf(document: JsonObject, schema: Json, pointer: string, seen: Set<Json>): Part[] {
  const target = follow(document, schema, "")?.value;
  if (!isObject(target) || seen.has(target)) return [];
  seen.add(target);
  const branches = getList(target, "allOf");
  const inner = branches.flatMap((branch, index) =>
    partsOf(document, branch, target === schema ? `${pointer}/allOf/${index}` : pointer, seen),
  );
  return [{ part: target, pointer }, ...inner];
}

function isClosed(part: JsonObject): boolean {
  return part["additionalProperties"] === false && Object.keys(getObject(part, "patternProperties")).length === 0;
}
