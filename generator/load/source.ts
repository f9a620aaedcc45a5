import type { Diagnostic, Finding, Position } from "../diagnostics.ts";
import type { JsonObject } from "../json.ts";

/** A document and the way back from its pointers to the file that a person wrote. */
export interface Source {
  readonly protocol: string;
  readonly document: JsonObject;
  /** Where the thing at a JSON Pointer was written; the nearest thing around it where it was not. */
  readonly locate: (pointer: string) => Promise<Position>;
  /** Every file that was read, for watching. */
  readonly files: readonly string[];
  /** What was lost while it was read. */
  readonly warnings: readonly Diagnostic[];
}

/** Gives findings their places. One mistake in what many messages share is told once. */
export async function toDiagnostics(source: Source, findings: readonly Finding[]): Promise<Diagnostic[]> {
  const placed = await Promise.all(
    findings.map(async ({ pointer, ...finding }) => ({ ...finding, position: await source.locate(pointer) })),
  );
  return [...new Map(placed.map((diagnostic) => [JSON.stringify(diagnostic), diagnostic])).values()];
}
