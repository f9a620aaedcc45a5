import { escapeStep, pointerSteps } from "@wirepact/runtime";
import type { Finding } from "../diagnostics.ts";
import { get, isList, type Json, type JsonObject } from "../json.ts";
import { follow } from "../reference.ts";

/** Objections that say only that a part of the parser's own schema does not hold; what does not hold is said below. */
const VAGUE = /must match "(if|then|else)" schema|must not be valid|must match (exactly one|some|a) schema/i;

/** Of several kinds that a thing may have it has none: what each of them misses is said, though one was meant. */
const ALTERNATIVES = /must not be valid|must match (exactly one|some|a) schema/i;

/**
 * What the parser objects to, once: it follows references and objects at every place from which something is referred
 * to, and it names each schema of its own around a mistake.
 */
export function foldFindings(document: JsonObject, findings: readonly Finding[]): Finding[] {
  const settled = findings.map((finding) => ({ ...finding, pointer: standingAt(document, finding.pointer) }));
  const unique = [...new Map(settled.map((finding) => [JSON.stringify(finding), finding])).values()];
  const vague = unique.filter(({ text }) => VAGUE.test(text));
  const kept = vague.reduce<readonly Finding[]>(foldBelow, unique);
  return kept.map((finding) => (VAGUE.test(finding.text) ? { ...finding, text: plain(finding.text) } : finding));
}

/** Leaves of what is said at and below a vague objection the deepest, which is the mistake itself. */
function foldBelow(findings: readonly Finding[], vague: Finding): readonly Finding[] {
  const inside = (finding: Finding) => finding.pointer === vague.pointer || finding.pointer.startsWith(`${vague.pointer}/`);
  const clear = findings.filter((finding) => inside(finding) && !VAGUE.test(finding.text));
  if (clear.length === 0) return findings;
  if (!ALTERNATIVES.test(vague.text)) return findings.filter((finding) => finding !== vague);
  const depth = Math.max(...clear.map(depthOf));
  const deepest = clear.filter((finding) => depthOf(finding) === depth);
  const one = deepest.find(({ text }) => text.includes("allowed values")) ?? deepest[0];
  return findings.filter((finding) => !inside(finding) || finding === one);
}

function depthOf({ pointer }: Finding): number {
  return pointerSteps(pointer).length;
}

function plain(text: string): string {
  return text.replace(VAGUE, "is not as AsyncAPI describes it");
}

/** Where something really stands, whose pointer leads through references. */
function standingAt(document: JsonObject, pointer: string): string {
  let here: { readonly value: Json; readonly pointer: string } = { value: document, pointer: "" };
  for (const step of pointerSteps(pointer)) {
    const target = follow(document, here.value, here.pointer) ?? here;
    const inner = isList(target.value) ? target.value[Number(step)] : get(target.value, step);
    here = { value: inner ?? null, pointer: `${target.pointer}/${escapeStep(step)}` };
  }
  return here.pointer;
}
