import { escapeStep } from "@wirepact/runtime";
import { type Findings, quote } from "../diagnostics.ts";
import { isList, isObject, type Json } from "../json.ts";

/** Finds what no file could hold: half of a character, which UTF-8 cannot write; a number without end, which JSON cannot. */
export function checkText(value: Json, pointer: string, findings: Findings): void {
  if (typeof value === "string") return checkOne(value, pointer, findings);
  if (typeof value === "number") return checkNumber(value, pointer, findings);
  if (isList(value)) {
    for (const [index, item] of value.entries()) checkText(item, `${pointer}/${index}`, findings);
  } else if (isObject(value)) {
    for (const [key, item] of Object.entries(value)) {
      checkOne(key, pointer, findings);
      checkText(item, `${pointer}/${escapeStep(key)}`, findings);
    }
  }
}

function checkOne(text: string, pointer: string, findings: Findings): void {
  if (!/\p{Surrogate}/u.test(text)) return;
  findings.error(
    pointer,
    "not-unicode",
    `${quote(text)} holds half of a character (a lone surrogate); write the whole one, or remove it`,
  );
}

function checkNumber(value: number, pointer: string, findings: Findings): void {
  if (Number.isFinite(value)) return;
  findings.error(pointer, "not-json", `${value} stands here, which JSON cannot carry; write a finite number, or remove it`);
}
