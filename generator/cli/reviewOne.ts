import type { CompareOptions } from "../compare/compareContracts.ts";
import { reviewAlone, reviewContracts } from "../compare/review.ts";
import { DiagnosticError, quote } from "../diagnostics.ts";
import { badArguments } from "./commandError.ts";
import { type Loaded, loadContract } from "./pipeline.ts";
import { findOrigin, type Project } from "./project.ts";
import type { Base, BaseDocument } from "./reviewBase.ts";
import type { ReviewedProtocol } from "./reviewedProtocol.ts";
import type { Head } from "./reviewHead.ts";
import { forgottenGenerate } from "./reviewNotes.ts";
import type { ReviewOptions } from "./reviewOptions.ts";

/** Compares the two sides of one protocol. */
export async function reviewOne(
  called: string,
  head: Head | undefined,
  base: Base,
  options: ReviewOptions & CompareOptions,
  project: Project,
): Promise<ReviewedProtocol> {
  const after = head && (await loadContract(head.origin, project));
  const name = after?.source.protocol ?? called;
  const document = base.find(name, head?.source);
  const before = document && (await loadBase(document, options));
  const note = head && after && forgottenGenerate({ head, contract: after.contract }, base, options, project);
  const sources = {
    ...(before && { before: before.source }),
    ...(after && { after: after.source }),
    ...(head && { head }),
    ...(note && { note }),
  };
  if (before && after)
    return {
      review: reviewContracts(before.contract, after.contract, options),
      ...sources,
    };
  if (after) return { review: reviewAlone(after.contract, "after"), ...sources };
  if (before) return { review: reviewAlone(before.contract, "before"), ...sources };
  // Says what was meant; a protocol that ships and that the project does not use is found.
  findOrigin(project, name, options.out);
  throw badArguments(`neither here nor at ${quote(options.against)} is there a package of ${quote(name)}`);
}

/** A mistake in the base is told as one: the file of its name here may be another. */
async function loadBase({ origin, root, files }: BaseDocument, { against }: ReviewOptions): Promise<Loaded> {
  try {
    return await loadContract(origin, { root }, files);
  } catch (error) {
    if (!(error instanceof DiagnosticError)) throw error;
    throw new DiagnosticError(...error.diagnostics.map((one) => ({ ...one, text: `at ${quote(against)}: ${one.text}` })));
  }
}
