import { escapeStep } from "@wirepact/runtime";
import { Ajv } from "ajv";
import { type Findings, quote } from "../diagnostics.ts";
import { get, getObject, type Json, type JsonObject } from "../json.ts";
import { ChannelExtension, MessageExtension, OperationExtension, RootExtension, SecuritySchemeExtension } from "./extension.ts";
import { similar } from "./similar.ts";

/** One for the process: it compiles each schema once. The schemas are ours and known to be good. */
const ajv = new Ajv({ strict: false, meta: false, validateSchema: false });

/** Finds what in a document's `x-wirepact` extensions is not as their schema says. */
export function checkExtensions(document: JsonObject, findings: Findings): void {
  const components = getObject(document, "components");
  checkOne(RootExtension, document, "", findings);
  checkEach(ChannelExtension, getObject(document, "channels"), "/channels", findings);
  checkEach(OperationExtension, getObject(document, "operations"), "/operations", findings);
  checkEach(MessageExtension, getObject(components, "messages"), "/components/messages", findings);
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
  const error = ajv.errors?.[0];
  const extra = typeof error?.params["additionalProperty"] === "string" ? error.params["additionalProperty"] : undefined;
  const meant = extra === undefined ? undefined : similar(extra, Object.keys(getObject(schema as unknown as Json, "properties")));
  const hint = meant === undefined ? "see the page on x-wirepact" : `did you mean ${quote(meant)}?`;
  const subject =
    extra === undefined ? "the x-wirepact extension here" : `the x-wirepact extension knows no ${quote(extra)} here: it`;
  findings.error(
    `${pointer}/x-wirepact${error?.instancePath ?? ""}`,
    "bad-extension",
    `${subject} ${error?.message ?? "is invalid"}; ${hint}`,
  );
}
