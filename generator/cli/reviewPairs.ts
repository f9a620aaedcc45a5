import { resolve } from "node:path";
import { quote } from "../diagnostics.ts";
import { badArguments } from "./commandError.ts";
import { isDocument, type Project, protocolNames } from "./project.ts";
import type { Base } from "./reviewBase.ts";
import { findHead, type Head } from "./reviewHead.ts";
import type { ReviewOptions } from "./reviewOptions.ts";

/** What is called so, and the new side of it where there is one. */
export interface Pair {
  readonly name: string;
  readonly head: Head | undefined;
}

/** What is compared: the protocols and documents that are named, or all that either side has. */
export function pairsOf(protocols: readonly string[], base: Base, options: ReviewOptions, project: Project): Pair[] {
  if (options.from !== undefined) return [ofFile(protocols, options.from, project)];
  const own = protocolNames(project, options.out);
  const names = protocols.length > 0 ? [...new Set(protocols)] : [...new Set([...own, ...(base.names ?? [])])].sort();
  if (names.length === 0) throw badArguments(nothingText(options));
  if (base.names === null && names.length > 1)
    throw badArguments(`one document is compared with one protocol; name it: ${names.join(", ")}`);
  return names.map((name) => (isDocument(name) ? ofFile([], name, project) : { name, head: findHead(project, name, options) }));
}

function nothingText({ against, out }: ReviewOptions): string {
  const looked = `neither here nor at ${quote(against)} is there a protocol to compare: packages are looked for in ${out}/ (--out names another folder)`;
  return `${looked}; an AsyncAPI file is named: wirepact review chat.yaml --against ${against}`;
}

function ofFile(protocols: readonly string[], from: string, { root }: Project): Pair {
  const [name, ...others] = protocols;
  if (others.length > 0) throw badArguments(`--from takes one protocol name at most, not ${protocols.length}`);
  if (name !== undefined && isDocument(name)) throw badArguments(`${quote(name)} and --from ${quote(from)} both name a document`);
  const path = resolve(root, from);
  return { name: name ?? from, head: { name: name ?? "", origin: { kind: "file", path, name }, source: path, isGiven: true } };
}
