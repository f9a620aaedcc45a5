import { existsSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { type Diagnostic, quote } from "../diagnostics.ts";
import { emitAsyncapi } from "../emit/asyncapi.ts";
import { hasEdits } from "../load/gitTree.ts";
import type { Contract } from "../model/contract.ts";
import { COMMAND } from "./commandError.ts";
import type { Project } from "./project.ts";
import type { Base } from "./reviewBase.ts";
import type { Head } from "./reviewHead.ts";
import type { ReviewOptions } from "./reviewOptions.ts";

/** Tells that a package is not what its source gives: what is reviewed here is not what others would get. */
export function forgottenGenerate(
  { head, contract }: { readonly head: Head; readonly contract: Contract },
  base: Base,
  options: ReviewOptions,
  project: Project,
): Diagnostic | undefined {
  const path = resolve(project.root, options.out, contract.protocol, "asyncapi.yaml");
  if (options.from !== undefined || !existsSync(path)) return undefined;
  const mend = `run npx wirepact generate ${contract.protocol}`;
  const position = { file: relative(process.cwd(), path), line: 1, column: 1 };
  if (head.origin.kind === "module" || head.source !== undefined) {
    if (readFileSync(path, "utf8") === emitAsyncapi(contract)[0]?.text) return undefined;
    return {
      code: "out-of-date",
      severity: "warning",
      text: `differs from what its source gives, which is reviewed; ${mend}`,
      position,
    };
  }
  const schemas = join("schemas", contract.protocol);
  const document = relative(project.root, path);
  const isForgotten = base.hasChanged(schemas)
    ? !base.hasChanged(document)
    : hasEdits(project.root, schemas) && !hasEdits(project.root, document);
  if (!isForgotten) return undefined;
  const text = `${schemas} has changed, and this document, which is reviewed, has not; if that was more than words for people, ${mend}, or review with --fresh`;
  return { code: "out-of-date", severity: "warning", text, position };
}

/** Tells that all protocols count as new, since nothing is committed to compare with. */
export function missingBase({ against, out }: ReviewOptions): Diagnostic {
  const text = `there is no ${out}/*/asyncapi.yaml at ${quote(against)}, so all is new; commit what generate writes, or name another base`;
  return { code: "unknown-base", severity: "warning", text, position: COMMAND };
}
