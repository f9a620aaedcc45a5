import { existsSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { COMMAND, type Diagnostic, quote, shownPath } from "../diagnostics.ts";
import { emitAsyncapi } from "../emit/asyncapi.ts";
import { hasEdits } from "../load/gitTree.ts";
import type { Contract } from "../model/contract.ts";
import { documentOf } from "../output/madePackages.ts";
import { generateCommand } from "./generateCommand.ts";
import type { Project } from "./project.ts";
import type { Base } from "./reviewBase.ts";
import type { ReviewedProtocol } from "./reviewedProtocol.ts";
import type { Head } from "./reviewHead.ts";
import type { ReviewOptions } from "./reviewOptions.ts";

/** Tells that a package is not what its source gives: what is reviewed here is not what others would get. */
export function forgottenGenerate(
  { head, contract }: { readonly head: Head; readonly contract: Contract },
  base: Base,
  options: ReviewOptions,
  project: Project,
): Diagnostic | undefined {
  const folder = resolve(project.root, options.out, contract.protocol);
  const path = join(folder, "asyncapi.yaml");
  if (head.isGiven || !existsSync(path)) return undefined;
  const command = generateCommand(contract.protocol, { out: options.out });
  const mend = `run ${command}`;
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
  const source = documentOf(folder);
  if (source !== undefined && !existsSync(source)) {
    const gone = `was made from ${shownPath(source)}, which is not there; what is reviewed is what that gave`;
    const text = `${gone}: name the file that it is made from now (${command} --from FILE), or remove the package`;
    return { code: "out-of-date", severity: "warning", text, position };
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

/** Tells of what counts as new only since nothing is there to compare it with. */
export function missingBase(reviewed: readonly ReviewedProtocol[], base: Base, { against, out }: ReviewOptions): Diagnostic[] {
  const note = (text: string): Diagnostic => ({ code: "unknown-base", severity: "warning", text, position: COMMAND });
  const lost = reviewed.flatMap(({ head, before, review }) =>
    head?.isGiven && before === undefined ? [note(lostText(head, review.protocol, base, against))] : [],
  );
  const isEmpty = base.names?.length === 0 && !reviewed.some(({ head, before }) => head?.isGiven || before !== undefined);
  const text = `there is no ${out}/*/asyncapi.yaml at ${quote(against)}, so all is new; commit what generate writes, or name another base`;
  return isEmpty ? [...lost, note(text)] : lost;
}

function lostText({ source = "" }: Head, protocol: string, base: Base, against: string): string {
  const gone = base.gone();
  const [one] = gone;
  const way =
    one === undefined
      ? "where it had another name there, compare it with that"
      : `${gone.length === 1 ? `${quote(one)} stood there, and does not here` : `of ${gone.length} documents that stood there and do not here, it may have been one`}: if it was this one, compare with ${against}:${one}`;
  return `at ${quote(against)} there is neither a package of ${quote(protocol)} nor ${quote(shownPath(source))}, so all of it is new; ${way}`;
}
