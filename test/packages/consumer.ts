import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { PROTOCOLS, ROOT } from "../support/protocols.ts";

/** An empty project into which the packed packages were installed, as a user would. */
export interface Consumer {
  readonly folder: string;
  /** Tarball of each protocol's package. */
  readonly tarballs: ReadonlyMap<string, string>;
}

/** Packs the runtime and the five packages and installs them, without a network, into an empty project. */
export function createConsumer(): Consumer {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "wirepact-consumer-")));
  const packed = join(folder, "packed");
  mkdirSync(packed);
  const runtime = pack(join(ROOT, "runtime"), packed);
  const tarballs = new Map(PROTOCOLS.map((protocol) => [protocol, pack(join(ROOT, "generated", protocol), packed)]));
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "consumer", private: true, type: "module" }));
  const flags = ["--offline", "--ignore-scripts", "--no-audit", "--no-fund", "--legacy-peer-deps"];
  npm(folder, "install", ...flags, runtime, ...tarballs.values());
  linkPeers(folder);
  return { folder, tarballs };
}

/** Peers would come from the network: here they are those that this repository has. */
function linkPeers(folder: string): void {
  const { peerDependencies } = JSON.parse(readFileSync(join(ROOT, "runtime/package.json"), "utf8"));
  for (const name of Object.keys(peerDependencies)) {
    const link = join(folder, "node_modules", name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(ROOT, "node_modules", name), link);
  }
}

/** Runs a module in the project, in plain Node; the result is what it printed. */
export function runModule(folder: string, source: string, ...flags: readonly string[]): string {
  writeFileSync(join(folder, "main.js"), source);
  return execFileSync(process.execPath, [...flags, "main.js"], { cwd: folder, encoding: "utf8" });
}

function pack(folder: string, destination: string): string {
  const [packed] = JSON.parse(npm(folder, "pack", "--json", "--ignore-scripts", "--pack-destination", destination));
  return join(destination, packed.filename);
}

function npm(folder: string, ...args: readonly string[]): string {
  return execFileSync("npm", args, { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}
