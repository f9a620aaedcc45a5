import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { parse } from "yaml";
import { isInner } from "../../generator/output/manifest.ts";
import { plan } from "../../generator/output/plan.ts";
import { bareMarkdown, cellsOf } from "../support/hostile/markdown.ts";
import { importAll, makeWorkshop, removeWorkshop, typeErrors } from "../support/hostile/packages.ts";
import { payloads } from "../support/hostile/payloads.ts";
import { makeSamples, type Sample, tryEach, type Verdict, writeSamples } from "../support/hostile/samples.ts";
import { documentWith, sharedSinks, singleSinks } from "../support/hostile/sinks.ts";
import { runHere } from "../support/runHere.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

const verdicts = new Map<string, readonly Verdict[]>();
const places = Object.entries({ ...singleSinks, ...sharedSinks });

/** Whether a place took a string alone. */
function isTaken(place: string, name: string): boolean {
  return verdicts.get(place)?.some((verdict) => verdict.name === name && verdict.taken) ?? false;
}

describe("each hostile string alone in one place is refused with a reason and a place, or gives a package", () => {
  test.each(places)("%s", (place, sink) => {
    verdicts.set(place, tryEach(sink));
    expect(verdicts.get(place)?.flatMap(({ complaints }) => complaints)).toEqual([]);
  });
});

const DECLARATION = /^export (?:interface|type) \S+/gm;

describe("packages full of hostile strings", () => {
  let workshop = "";
  let samples: readonly Sample[] = [];
  let refused: readonly string[] = [];
  let unwritten: readonly string[] = [];
  let written: readonly Sample[] = [];

  beforeAll(() => {
    workshop = makeWorkshop();
    ({ samples, complaints: refused } = makeSamples(workshop, isTaken));
    unwritten = writeSamples(samples);
    written = samples.filter(({ name }) => !unwritten.some((complaint) => complaint.startsWith(`${name}: `)));
  });
  afterAll(() => removeWorkshop(workshop));

  /** Every file that a rule objects to. */
  const filesThat = (objection: (text: string, path: string, sample: Sample) => string | undefined) =>
    samples.flatMap((sample) =>
      sample.files.flatMap(({ path, text }) => {
        const found = objection(text, path, sample);
        return found === undefined ? [] : [`${sample.name}, ${path}: ${found}`];
      }),
    );
  const readmesThat = (objection: (line: string) => boolean) =>
    filesThat((text, path) =>
      path === "README.md"
        ? text
            .replace(/^```.*?^```/gms, "")
            .split("\n")
            .find(objection)
        : undefined,
    );

  test("strings that a place takes alone, it takes together", () => {
    expect(refused).toEqual([]);
  });

  test("have files inside their own folder, under names that every file system takes", () => {
    const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
    // 255 bytes are common; a file is staged under its name and a suffix.
    const isPortable = (step: string) => !reserved.test(step) && Buffer.byteLength(step) <= 240;
    expect(filesThat((_, path) => (isInner(path) && path.split("/").every(isPortable) ? undefined : "not portable"))).toEqual([]);
  });

  test("declare each name once, and write each file once", () => {
    const twice = samples.flatMap(({ name, files }) => {
      const declared = files.filter(({ path }) => path === "types.d.ts").flatMap(({ text }) => text.match(DECLARATION) ?? []);
      return duplicates([...files.map(({ path }) => path.toLowerCase()), ...declared]).map((each) => `${name}: ${each}`);
    });
    expect(twice).toEqual([]);
  });

  test("are written, and nothing beside them", () => {
    expect(unwritten).toEqual([]);
    expect(readdirSync(workshop).sort()).toEqual(written.map(({ folder }) => folder.slice(workshop.length + 1)).sort());
  });

  test("are up to date as soon as they are written", () => {
    const stale = written.flatMap(({ name, folder, files }) =>
      plan(folder, files, name).write.map(({ path }) => `${name}: ${path}`),
    );
    expect(stale).toEqual([]);
  });

  test("have declarations that TypeScript 7 accepts", () => {
    expect(
      typeErrors(
        workshop,
        written.map(({ folder }) => folder),
      ),
    ).toEqual([]);
  });

  test("import and run without setting the canary", () => {
    const outcome = importAll(written.map(({ folder }) => folder));
    expect(outcome).toEqual({ failures: [], globals: [], inherited: [] });
  });

  test("hold the document that they were made from", () => {
    const changed = filesThat((text, path, { document }) => {
      if (path !== "asyncapi.yaml") return undefined;
      return JSON.stringify(parse(text)) === JSON.stringify(document) ? undefined : "reads as another document";
    });
    expect(changed).toEqual([]);
  });

  test("have a package.json that npm takes", () => {
    const refusedByNpm = filesThat((text, path) => {
      if (path !== "package.json") return undefined;
      const { name, version } = JSON.parse(text);
      if (!/^\d{1,15}\.\d{1,15}\.\d{1,15}(-[\w.-]{1,100})?$/.test(version)) return `version ${version.slice(0, 80)}`;
      return name.length <= 214 ? undefined : `a name of ${name.length} characters`;
    });
    expect(refusedByNpm).toEqual([]);
  });

  test("have a README whose tables keep their columns", () => {
    // The line under the heads is dashes alone, and so it is nobody's but ours.
    const rows = (table: string) => table.trimEnd().split("\n");
    const isTorn = (table: string) => rows(table).some((row) => cellsOf(row) !== cellsOf(rows(table)[1] ?? ""));
    const torn = filesThat((text, path) => (path === "README.md" ? text.match(/^(?:\|.*\n)+/gm)?.find(isTorn) : undefined));
    expect(torn).toEqual([]);
  });

  test("have a README in which their strings are no HTML, link or mention", () => {
    const markup = /<[a-z!/?]|\]\(|@\w|:\/\/|\bwww\./i;
    const ours = /\[Standard Schema\]\(https:\/\/standardschema\.dev\)|\[(docs\/\w+\.md)\]\(https:\/\/unpkg\.com\/wirepact\/\1\)/;
    // The heading is the package's name, which has a pattern of its own.
    expect(readmesThat((line) => !line.startsWith("# ") && markup.test(bareMarkdown(line.replace(ours, ""))))).toEqual([]);
  });

  test("have validators without require, eval and Function", () => {
    const calls = /\brequire\s*\(|\beval\s*\(|\bnew Function\b/;
    const codeOf = (text: string) => text.replace(/"(?:[^"\\\n]|\\.)*"|\/\*[\s\S]*?\*\//g, "");
    expect(filesThat((text, path) => (path.endsWith(".js") ? calls.exec(codeOf(text))?.[0] : undefined))).toEqual([]);
  });
});

describe("the harness", () => {
  test("sees a canary that is set, a polluted prototype, an import that fails and a wrong type", () => {
    const workshop = makeWorkshop();
    onTestFinished(() => removeWorkshop(workshop));
    writeFileSync(join(workshop, "index.js"), "globalThis.pwn = 1; Object.prototype.polluted = 1; missing;");
    writeFileSync(join(workshop, "index.d.ts"), "export declare const broken: Missing;");
    const { failures, globals, inherited } = importAll([workshop]);
    expect(failures).toHaveLength(1);
    expect({ globals, inherited }).toEqual({ globals: ["pwn"], inherited: ["polluted"] });
    expect(typeErrors(workshop, [workshop])).toHaveLength(1);
  });
});

describe("the whole command, which asks the official parser too,", () => {
  const run = async (place: string) => {
    const names = Object.entries(payloads).filter(([name]) => isTaken(place, name));
    const document = documentWith(names.map(([, payload]) => [sharedSinks[place] ?? unknownPlace(place), payload]));
    const cwd = temporaryFolder({ "sample.json": JSON.stringify(document) });
    return runHere(["generate", "--from", "sample.json"], cwd);
  };

  test.each(["required property", "enum value", "example", "note"])("takes strings as: %s", async (place) => {
    expect(await run(place)).toMatchObject({ status: 0, stderr: "" });
  });

  test.each(["message key", "named schema", "security scheme"])("takes or refuses strings as: %s", async (place) => {
    const { status, stderr } = await run(place);
    const lines = stderr.split("\n").filter((line) => line !== "");
    expect(lines.filter((line) => !/^sample\.json:\d+:\d+ - (error|warning) [\w-]+: .{20,600}$/.test(line))).toEqual([]);
    expect(status).toBe(lines.some((line) => line.includes(" - error ")) ? 2 : 0);
  });
});

function unknownPlace(place: string): never {
  throw new Error(`no such place: ${place}`);
}

function duplicates(names: readonly string[]): string[] {
  return names.filter((name, index) => names.indexOf(name) !== index);
}
