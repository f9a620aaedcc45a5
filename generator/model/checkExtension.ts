import { escapeStep, similar } from "@wirepact/runtime";
import { Ajv, type ErrorObject } from "ajv";
import { type Findings, quote } from "../diagnostics.ts";
import { get, getObject, isObject, type Json, type JsonObject } from "../json.ts";
import { valueAt } from "../reference.ts";
import { isDay } from "./day.ts";
import { ChannelExtension, MessageExtension, OperationExtension, RootExtension, SecuritySchemeExtension } from "./extension.ts";

/** One for the process: it compiles each schema once. The schemas are ours and known to be good. */
const ajv = new Ajv({ strict: false, meta: false, validateSchema: false, allErrors: true, formats: { date: isDay } });

/** Finds what in a document's `x-wirepact` extensions is not as their schema says. */
export function checkExtensions(document: JsonObject, findings: Findings): void {
  const components = getObject(document, "components");
  checkOne(RootExtension, document, "", findings);
  checkEach(ChannelExtension, getObject(document, "channels"), "/channels", findings);
  checkEach(OperationExtension, getObject(document, "operations"), "/operations", findings);
  checkEach(MessageExtension, getObject(components, "messages"), "/components/messages", findings);
  for (const [name, channel] of Object.entries(getObject(document, "channels"))) {
    checkEach(MessageExtension, getObject(channel, "messages"), `/channels/${escapeStep(name)}/messages`, findings);
  }
  checkEach(SecuritySchemeExtension, getObject(components, "securitySchemes"), "/components/securitySchemes", findings);
}

function checkEach(schema: object, holders: JsonObject, pointer: string, findings: Findings): void {
  for (const [name, holder] of Object.entries(holders)) {
    checkOne(schema, holder, `${pointer}/${escapeStep(name)}`, findings);
  }
}

function checkOne(schema: object, holder: Json, pointer: string, findings: Findings): void {
  const extension = get(holder, "x-wirepact");
  if (extension === undefined || ajv.validate(schema, extension)) return;
  // ajv tells each property that another one asks for, in words that name all of them.
  const unique = new Map(
    (ajv.errors ?? []).map((error) => [
      `${error.instancePath} ${JSON.stringify(error.params["additionalProperty"] ?? error.message)}`,
      error,
    ]),
  );
  for (const error of unique.values()) {
    const extra: unknown = error.params["additionalProperty"];
    const place = `${pointer}/x-wirepact${error.instancePath}`;
    if (typeof extra !== "string") {
      findings.error(
        place,
        "bad-extension",
        `${describe(error, valueAt(extension, error.instancePath))}; see the page on x-wirepact`,
      );
      continue;
    }
    // ajv does not say which of the inner schemas it was in: the keys of the outermost are the likeliest to be meant.
    const meant = similar(extra, Object.keys(getObject(schema as unknown as Json, "properties")));
    const hint = meant === undefined ? "see the page on x-wirepact" : `did you mean ${quote(meant)}?`;
    findings.error(
      `${place}/${escapeStep(extra)}`,
      "bad-extension",
      `the x-wirepact extension knows no ${quote(extra)} here: it ${error.message}; ${hint}`,
    );
  }
}

/** Which part of the extension is wrong, what it must be, and what it is. */
function describe({ instancePath, message = "must be valid", params }: ErrorObject, value: Json | undefined): string {
  const allowed: readonly Json[] = params["allowedValues"] ?? ("allowedValue" in params ? [params["allowedValue"]] : []);
  const rule = allowed.length > 0 ? `must be ${allowed.map(quote).join(" or ")}` : message;
  const given = value === undefined || isObject(value) ? "" : `, not ${quote(value)}`;
  return `${instancePath === "" ? "the x-wirepact extension here" : `${instancePath} of the x-wirepact extension`} ${rule}${given}`;
}
