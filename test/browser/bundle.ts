import { fileURLToPath } from "node:url";
import { build } from "vite";

/** A page's script, and the modules that went into it. */
export interface Bundle {
  readonly code: string;
  readonly modules: readonly string[];
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
  return { code: chunk.code, modules: chunk.moduleIds };
}
