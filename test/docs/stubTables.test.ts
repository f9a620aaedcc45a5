import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DEFAULT_LIMITS } from "@wirepact/runtime";
import { expect, test } from "vitest";
import { ROOT } from "../support/protocols.ts";

const page = (name: string) => readFileSync(join(ROOT, name), "utf8");
const [serve, connect] = [page("docs/serve.md"), page("docs/connect.md")];

/** Names in the first column of the tables of a section. */
function listed(text: string, section: string): string[] {
  const rows = new RegExp(`^## ${section}$(.*?)(?=^## |$(?![^]))`, "ms").exec(text)?.[1] ?? "";
  const cells = [...rows.matchAll(/^\| (`.*?) \|/gm)].map(([, cell = ""]) => cell);
  return cells.flatMap((cell) => [...cell.matchAll(/`(\w[\w-]*)/g)].map(([, name = ""]) => name));
}

/** Names of the members of an interface, or of the texts of a union, by the source that declares it. */
function declared(file: string, kind: string): string[] {
  const source = page(`runtime/src/${file}`);
  const [, word = "", rest = ""] = new RegExp(`^export (interface|type) ${kind}\\b(.*)`, "ms").exec(source) ?? [];
  const body = rest.slice(0, rest.search(word === "interface" ? /^\}/m : /;$/m));
  const union = [...body.matchAll(/^ {2}\| "(.*?)"/gm)];
  const members = [...body.matchAll(/^ {2}(?:readonly )?(\w+)\??[(:<]/gm)];
  return (union.length > 0 ? union : members).map(([, name = ""]) => name);
}

test.each([
  ["client's options", connect, "Options", "client/options.ts", ["ConnectOptions", "ContractOptions"], []],
  ["client", connect, "What a client has", "client/clientBase.ts", ["ClientBase"], []],
  ["error", connect, "Errors", "wirepactError.ts", ["WirepactErrorCode"], []],
  ["server's options", serve, "Options", "server/options.ts", ["ServerOptions"], ["jwt", "freshness", "verifyAuth"]],
  ["session", serve, "Sessions", "server/session.ts", ["Session"], []],
  ["server", serve, "Servers as a whole", "server/server.ts", ["Server"], []],
  ["limit", serve, "Limits", "server/limits.ts", ["Limits"], []],
  ["resource", serve, "Resources", "server/resources.ts", ["ResourceOptions"], []],
] as const)("the page tells every member of a %s, and no other", (_, text, section, file, kinds, added) => {
  const names = [...kinds.flatMap((kind) => declared(file, kind)), ...added];
  expect(listed(text, section).sort()).toEqual([...new Set(names)].sort());
});

test("defaults are the ones of the code", () => {
  const options = page("runtime/src/client/settings.ts");
  const [, table = ""] = /^## Options$(.*?)^## /ms.exec(connect) ?? [];
  for (const [name, value] of [
    ["timeout", "10_000"],
    ["requestTimeout", "30_000"],
    ["maxPending", "100"],
    ["streamBuffer", "1000"],
  ] as const) {
    expect(options).toContain(`${name}: ${value},`);
    expect(table).toContain(`| \`${name}\` | ${Number(value.replace("_", "")).toLocaleString("en-US")} |`);
  }
  const limits = (text: string) => /\| limit \| bounds.*?\n\n/s.exec(text)?.[0];
  expect(limits(serve)).toBe(limits(page("generated/panel/README.md")));
  expect(serve).toContain(
    declared("server/counts.ts", "Counts")
      .map((name) => `\`${name}\``)
      .join(", "),
  );
});

test("the comment of every limit says its default", () => {
  const source = page("runtime/src/server/limits.ts");
  const said = [...source.matchAll(/ ([\d,]+)( MiB)? by default\. \*\/\n {2}readonly (\w+): number;/g)].map(
    ([, value = "", unit, name = ""]) => [name, Number(value.replaceAll(",", "")) * (unit === undefined ? 1 : 1024 * 1024)],
  );
  expect(Object.fromEntries(said)).toEqual(DEFAULT_LIMITS);
});
