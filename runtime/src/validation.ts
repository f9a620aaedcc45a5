import { isWithin, withoutOtherBranches } from "./branches.ts";
import { JsonBytes } from "./bytes.ts";
import { cut, FrameError, type Issue, MAX_ISSUES, preview } from "./error.ts";
import { KnownProperties } from "./known.ts";
import { escapeStep, type Pointer, readPointer } from "./pointer.ts";

/** One entry of a compiled validator's error list (the shape that ajv writes). */
export interface CompiledError {
  readonly instancePath: string;
  readonly schemaPath?: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message?: string;
}

/** A validator as it is compiled at generation time: true, or false with its errors on itself. */
export interface CompiledValidator {
  (data: unknown): boolean;
  errors?: readonly CompiledError[] | null;
}

/** Runs a compiled validator: no issue means valid. A value nested deeper than the stack is one issue, not a crash. */
export function findIssues(validate: CompiledValidator, value: unknown): readonly Issue[] {
  try {
    return validate(value) ? [] : describe(validate.errors ?? [], value);
  } catch (error) {
    if (error instanceof RangeError) return [TOO_DEEP];
    throw error;
  }
}

/** Validates a decoded frame; of one that came as JSON, base64 becomes bytes where the schema describes them. */
export function readValue(
  validate: CompiledValidator,
  frame: unknown,
  isJson: boolean,
): { readonly value: unknown; readonly issues: readonly Issue[] } {
  if (!isJson) return { value: frame, issues: findIssues(validate, frame) };
  const bytes = new JsonBytes();
  let value = frame;
  const validateJson: CompiledValidator = (data) => {
    const isValid = validate.call(bytes, data);
    validateJson.errors = validate.errors ?? null;
    if (isValid) value = bytes.read(data);
    return isValid;
  };
  return { issues: findIssues(validateJson, frame), value };
}

/** Validates what is to be sent: what its message's schema refuses, then properties that it does not know. Bytes are bytes. */
export function checkValue(validate: CompiledValidator, frame: unknown): readonly Issue[] {
  const known = new KnownProperties();
  const validateStrictly: CompiledValidator = (data) => {
    const isValid = validate.call(known, data);
    validateStrictly.errors = validate.errors ?? null;
    return isValid;
  };
  const issues = findIssues(validateStrictly, frame);
  return issues.length > 0 ? issues : known.findUnknown(frame);
}

/** The error of a frame that is this message but breaks its schema. */
export function invalidMessage(name: string, issues: readonly Issue[]): FrameError {
  return new FrameError(issues[0] === TOO_DEEP ? "too-deep" : "invalid-message", name, issues);
}

const TOO_DEEP: Issue = { path: "", code: "too-deep", text: "must not be nested so deeply" };

function describe(errors: readonly CompiledError[], value: unknown): Issue[] {
  const issues = new Map<string, Issue>();
  for (const error of withoutConsequences(errors)) {
    if (issues.size === MAX_ISSUES) break;
    const issue = describeOne(error, value);
    const key = `${issue.code} ${issue.path}`;
    if (!issues.has(key)) issues.set(key, issue);
  }
  return issues.size > 0 ? [...issues.values()] : [{ path: "", code: "schema", text: "must match its schema" }];
}

/** What is no object has no properties to speak of. */
function withoutConsequences(all: readonly CompiledError[]): readonly CompiledError[] {
  const errors = withoutOtherBranches(all);
  const opaque = new Set(errors.filter(({ keyword }) => keyword === "plain").map(({ instancePath }) => instancePath));
  if (opaque.size === 0) return errors;
  return errors.filter(
    ({ keyword, instancePath }) => keyword === "plain" || ![...opaque].some((path) => isWithin(instancePath, path)),
  );
}

function describeOne(error: CompiledError, root: unknown): Issue {
  const path = pathOf(error);
  const reading = readPointer(root, path);
  const text = cut(`${error.message ?? "must be valid"}${detail(error.params)}`);
  const issue = { path: clip(path), code: codeOf(error, reading.found), text };
  return reading.found ? { ...issue, value: preview(reading.value) } : issue;
}

/** A union by a discriminator is to its reader what it says of that property: it must be there, and one of some values. */
function codeOf({ keyword }: CompiledError, found: boolean): string {
  if (keyword === "plain") return "type";
  if (keyword !== "switch") return keyword;
  return found ? "enum" : "required";
}

/** ajv names the object that lacks a property or has a wrong one; readers want the property. */
function pathOf({ instancePath, params }: CompiledError): Pointer {
  const property = params["missingProperty"] ?? params["additionalProperty"] ?? params["propertyName"] ?? params["discriminator"];
  return typeof property === "string" ? `${instancePath}/${escapeStep(property)}` : instancePath;
}

function detail(params: Readonly<Record<string, unknown>>): string {
  if (Array.isArray(params["allowedValues"])) return `: ${preview(params["allowedValues"])}`;
  if ("allowedValue" in params) return ` ${preview(params["allowedValue"])}`;
  return "";
}

const PATH_LIMIT = 500;

/** Keys of a frame are a peer's: a pointer made of them is bounded too. */
function clip(path: Pointer): Pointer {
  return path.length <= PATH_LIMIT ? path : `${path.slice(0, PATH_LIMIT)}…`;
}
