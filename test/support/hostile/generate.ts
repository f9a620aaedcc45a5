import { pointerSteps } from "@wirepact/runtime";
import { readTemplates } from "../../../generator/cli/templates.ts";
import { DiagnosticError, type Finding, Findings, formatDiagnostic } from "../../../generator/diagnostics.ts";
import { emit } from "../../../generator/emit/emit.ts";
import type { EmittedFile } from "../../../generator/emit/file.ts";
import { createRender } from "../../../generator/emit/template.ts";
import { get, getString, isList, type Json, type JsonObject } from "../../../generator/json.ts";
import { buildContract } from "../../../generator/model/buildContract.ts";

/** What became of a document: the files of its package, what is wrong with it, or an error that nobody foresaw. */
export type Outcome =
  | { readonly kind: "package"; readonly files: readonly EmittedFile[] }
  | { readonly kind: "refused"; readonly findings: readonly Finding[] }
  | { readonly kind: "crash"; readonly reason: string };

const render = createRender(readTemplates());

/** Generates a package from a document, as the command does. */
export function generate(document: JsonObject): Outcome {
  const findings = new Findings();
  const protocol = getString(get(document, "x-wirepact"), "protocol") ?? "sample";
  try {
    const contract = buildContract(document, protocol, findings);
    if (contract === undefined) return { kind: "refused", findings: findings.all };
    return { kind: "package", files: emit(contract, render) };
  } catch (error) {
    if (error instanceof DiagnosticError) throw error;
    return { kind: "crash", reason: String(error) };
  }
}

/** What a person would object to in an outcome: a crash, or a refusal without a place, without words, or with words that spill over the terminal. */
export function complaintsAbout(document: JsonObject, outcome: Outcome): string[] {
  if (outcome.kind === "crash") return [`crashed: ${outcome.reason}`];
  if (outcome.kind === "package") return [];
  const errors = outcome.findings.filter(({ severity }) => severity === "error");
  return errors.length === 0 ? ["refused without an error"] : errors.flatMap((finding) => unclear(document, finding));
}

function unclear(document: JsonObject, finding: Finding): string[] {
  const line = formatDiagnostic({ ...finding, position: { file: "sample.yaml", line: 1, column: 1 } });
  return [
    ...(standsIn(document, finding.pointer) ? [] : [`no such place: ${finding.pointer.slice(0, 200)}`]),
    ...(finding.text.length > 20 ? [] : [`no words: ${line}`]),
    ...(line.length < 600 ? [] : [`${line.length} characters: ${line.slice(0, 200)}`]),
    ...(/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u.test(line) ? [`unprintable: ${JSON.stringify(line)}`] : []),
  ];
}

/** Whether a pointer names something in the document, or something missing in a part of it that is there. */
function standsIn(document: JsonObject, pointer: string): boolean {
  const around = pointerSteps(pointer).slice(0, -1);
  const step = (value: Json | undefined, key: string) => (isList(value) ? value[Number(key)] : get(value, key));
  return around.reduce<Json | undefined>(step, document) !== undefined;
}
