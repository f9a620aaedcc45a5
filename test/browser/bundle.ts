import { fileURLToPath } from "node:url";
import { build } from "vite";

/** A page's script, and the modules that went into it. */
export interface Bundle {
  readonly code: string;
  readonly modules: readonly string[];
  /** What is left to be loaded when the page runs. */
  readonly imports: readonly string[];
}

/** Bundles the script of a page as anybody would: with a stock bundler and none of its options. */
export async function bundle(flow: string): Promise<Bundle> {
  const entry = fileURLToPath(new URL(`./flows/${flow}.js`, import.meta.url));
  const built = await build({
    configFile: false,
    logLevel: "error",
    build: { write: false, minify: false, modulePreload: { polyfill: false }, rollupOptions: { input: entry } },
  });
  const outputs = Array.isArray(built) ? built : [built];
  const chunks = outputs.flatMap((result) => ("output" in result ? result.output : [])).filter((file) => file.type === "chunk");
  const [chunk] = chunks;
  if (chunk === undefined || chunks.length > 1) throw new Error(`${chunks.length} chunks`);
  return { code: chunk.code, modules: chunk.moduleIds, imports: [...chunk.imports, ...chunk.dynamicImports] };
}

/** The package that a module belongs to; those of this repository are linked, and bundlers follow the links. */
export function packageOf(id: string): string {
  if (id.includes("rolldown/runtime.js")) return "the bundler";
  const installed = [...id.matchAll(/node_modules\/((?:@[^/]+\/)?[^/]+)/g)].at(-1)?.[1];
  if (installed !== undefined) return installed;
  const own = /\/(?:generated\/(?<protocol>[^/]+)\/|(?<runtime>runtime\/dist)\/|(?<flow>test\/browser\/flows)\/)[^?]*$/.exec(
    id,
  )?.groups;
  if (own?.["protocol"] !== undefined) return `@wirepact/${own["protocol"]}`;
  if (own?.["runtime"] !== undefined) return "@wirepact/runtime";
  return own?.["flow"] === undefined ? id : "the flow";
}
