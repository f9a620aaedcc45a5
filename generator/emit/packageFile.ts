import { compact, get, getString } from "../json.ts";
import type { Contract } from "../model/contract.ts";
import { adaptersOf, LIBRARIES } from "./adapters.ts";
import type { EmittedFile } from "./file.ts";

/** The runtime that generated code is written for. */
export const RUNTIME = { name: "@wirepact/runtime", range: "^0.1.0" } as const;

/** Emits `package.json`. */
export function emitPackage(contract: Contract): EmittedFile[] {
  const { packageName, version, title, description, document } = contract;
  const manifest = compact({
    name: packageName,
    version: semver(version),
    description: `Types, validators and stubs of ${oneLine(title)}: ${oneLine(description)}`.slice(0, 240),
    license: getString(get(get(document, "info"), "license"), "name"),
    type: "module",
    sideEffects: false,
    engines: { node: ">=20.19" },
    exports: {
      ".": { types: "./index.d.ts", default: "./index.js" },
      "./client": { types: "./client.d.ts", default: "./client.js" },
      "./server": { types: "./server.d.ts", default: "./server.js" },
      "./validators": { types: "./validators.d.ts", default: "./validators.js" },
      "./schemas/*.json": "./schemas/*.json",
      "./fixtures/*.json": "./fixtures/*.json",
      "./asyncapi.yaml": "./asyncapi.yaml",
      "./package.json": "./package.json",
    },
    files: ["*.js", "*.d.ts", "validators", "schemas", "fixtures", "asyncapi.yaml"],
    peerDependencies: peersOf(contract),
  });
  return [{ path: "package.json", text: `${JSON.stringify(manifest, null, 2)}\n` }];
}

/** What a package needs beside it: the runtime, and the libraries that its stubs use, in the order of their names. */
export function peersOf(contract: Contract): Readonly<Record<string, string>> {
  const { client, server, codec, upgradeCheck, frameCheck } = adaptersOf(contract);
  const used = [client, server, codec, upgradeCheck, frameCheck].flatMap((adapter) => adapter?.libraries ?? []);
  const names = [...new Set(used)].sort();
  return { [RUNTIME.name]: RUNTIME.range, ...Object.fromEntries(names.map((name) => [name, LIBRARIES[name]])) };
}

/** npm wants three numbers; a contract may say less. */
function semver(version: string): string {
  const [, major = "0", minor = "0", patch = "0", rest = ""] =
    /^v?(\d{1,9})(?:\.(\d{1,9}))?(?:\.(\d{1,9}))?((?:-[\da-z.-]+)?)/i.exec(version) ?? [];
  return `${Number(major)}.${Number(minor)}.${Number(patch)}${/^-[\da-z-]+(\.[\da-z-]+)*$/i.test(rest) ? rest : ""}`;
}

function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}\u2028\u2029]+/gu, " ").trim();
}
