import { dirname, relative } from "node:path";
import { type Diagnostic, DiagnosticError, type Finding, Findings } from "../diagnostics.ts";
import { checkSyntax } from "../emit/checkSyntax.ts";
import { emit } from "../emit/emit.ts";
import type { EmittedFile } from "../emit/file.ts";
import { createRender, type TemplateName } from "../emit/template.ts";
import { loadAsyncapiFile } from "../load/asyncapiFile.ts";
import type { Judge } from "../load/judge.ts";
import { loadProtocolModule } from "../load/protocolModule.ts";
import { type Source, toDiagnostics } from "../load/source.ts";
import type { SourceFiles } from "../load/sourceFiles.ts";
import { buildContract } from "../model/buildContract.ts";
import type { Contract } from "../model/contract.ts";
import { checkExamples } from "../monitor/checkExamples.ts";
import { hash } from "../output/manifest.ts";
import type { Origin, Project } from "./project.ts";
import { version } from "./version.ts";

/** A contract, where it came from, and what is worth knowing about it. */
export interface Loaded {
  readonly source: Source;
  readonly contract: Contract;
  readonly warnings: readonly Diagnostic[];
  /** The same as far as it stands in the document: by its pointers. */
  readonly findings: readonly Finding[];
}

/** Loads an origin and reads it as a contract; throws all that is wrong with it at once. `files` is where documents are read from. */
export async function loadContract(origin: Origin, project: Project, files?: SourceFiles): Promise<Loaded> {
  const source =
    origin.kind === "module"
      ? await loadProtocolModule(origin.folder)
      : await loadAsyncapiFile(origin.path, rootOf(origin, project), origin.name, files);
  const findings = new Findings();
  const contract = buildContract(source.document, source.protocol, findings);
  const diagnostics = [...source.warnings, ...(await toDiagnostics(source, findings.all))];
  if (contract === undefined) throw new DiagnosticError(...diagnostics);
  return { source, contract, warnings: diagnostics, findings: findings.all };
}

/** References may not leave the project; a file outside of it is a project of its own. */
function rootOf(origin: Extract<Origin, { kind: "file" }>, { root }: Project): string {
  return relative(root, origin.path).startsWith("..") ? dirname(origin.path) : root;
}

/** A package, ready to be written. */
export interface Package extends Loaded {
  readonly files: readonly EmittedFile[];
  /** Changes whenever anything that the package is made of does. */
  readonly fingerprint: string;
}

/** What a run makes all of its packages with. */
export interface Tools {
  readonly templates: ReadonlyMap<TemplateName, string>;
  readonly judge: Judge;
  /** Fingerprint of the package that an earlier run wrote for a protocol. */
  readonly known: (protocol: string) => string | undefined;
  /** Told before each step that may take a while. */
  readonly step: (what: string) => void;
}

/** Makes a package. What was found good before, by its fingerprint, is not judged again: the parser and ts-morph are slow. */
export async function makePackage(origin: Origin, project: Project, tools: Tools): Promise<Package> {
  tools.step("loading");
  const loaded = await loadContract(origin, project);
  tools.step("compiling the validators of");
  const { contract, source } = loaded;
  const fingerprint = hash(version, JSON.stringify(contract.document), ...tools.templates.values());
  if (tools.known(source.protocol) === fingerprint)
    return { ...loaded, files: emit(contract, createRender(tools.templates)), fingerprint };
  // The parser has workers of its own: it judges while this thread emits.
  const verdict = tools.judge.judge(contract.document);
  const findings = new Findings();
  checkExamples(contract, findings);
  const files = emit(contract, createRender(tools.templates));
  tools.step("checking the code of");
  await checkSyntax(files);
  tools.step("waiting for the AsyncAPI parser to judge");
  const diagnostics = await toDiagnostics(source, [...findings.all, ...(await verdict)]);
  if (diagnostics.some(({ severity }) => severity === "error")) throw new DiagnosticError(...diagnostics);
  return { ...loaded, warnings: [...loaded.warnings, ...diagnostics], files, fingerprint };
}
