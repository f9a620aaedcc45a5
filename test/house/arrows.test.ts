import { posix } from "node:path";
import { describe, expect, test } from "vitest";
import { importsOf, sourcesIn } from "./sources.ts";

/** The stages, and those that each may import. Data flows one way; a new arrow is a decision, made here. */
const STAGES: Readonly<Record<string, readonly string[]>> = {
  define: [],
  dialect: ["model"],
  load: ["define", "dialect"],
  model: [],
  session: ["model"],
  fixtures: ["model", "session"],
  emit: ["model", "fixtures"],
  output: ["emit"],
  monitor: ["model", "emit", "session"],
  scaffold: ["model", "emit"],
  lint: ["model"],
  compare: ["dialect", "model", "monitor", "session"],
  conform: ["model", "fixtures", "monitor", "session"],
  mutants: ["model", "fixtures", "session", "compare"],
  cli: ["define", "load", "model", "emit", "output", "monitor", "session", "scaffold", "conform", "compare", "mutants", "lint"],
};

/** The libraries that each stage may use; the rest of the code uses none. */
const LIBRARIES: Readonly<Record<string, readonly string[]>> = {
  define: ["typebox"],
  dialect: [],
  load: ["jiti", "yaml", "@asyncapi/parser", "@asyncapi/converter", "ts-morph"],
  model: ["typebox", "ajv"],
  fixtures: [],
  emit: ["ajv", "handlebars", "ts-morph", "yaml"],
  output: [],
  session: [],
  monitor: [],
  scaffold: ["ts-morph"],
  lint: [],
  compare: [],
  // Real peers, which share no code with our stubs: a mistake of ours must not hide itself.
  conform: ["ws", "socket.io", "socket.io-client", "@msgpack/msgpack"],
  mutants: [],
  cli: ["commander", "chokidar"],
};

const generator = sourcesIn("generator", ".ts");

describe.each(Object.entries(STAGES))("generator/%s", (stage, allowed) => {
  const files = generator.filter(({ path }) => path.startsWith(`generator/${stage}/`));

  test("exists", () => expect(files.length).toBeGreaterThan(0));

  test("imports other stages only along the arrows", () => {
    const wrong = files.flatMap(({ path, text }) =>
      importsOf(text).flatMap((target) => wrongStage(path, target, [stage, ...allowed])),
    );
    expect(wrong).toEqual([]);
  });

  test("uses only its own libraries", () => {
    const known = ["@wirepact/runtime", ...(LIBRARIES[stage] ?? [])];
    const wrong = files.flatMap(({ path, text }) =>
      importsOf(text)
        .filter((target) => isForeign(target, known))
        .map((target) => `${path} → ${target}`),
    );
    expect(wrong).toEqual([]);
  });
});

test("every folder of the generator is a stage", () => {
  const folders = new Set(generator.map(({ path }) => path.split("/")).flatMap((steps) => (steps.length > 2 ? [steps[1]] : [])));
  expect([...folders].sort()).toEqual(Object.keys(STAGES).sort());
});

test("only output/ writes to a disk", () => {
  const writes = /import \{[^}]*\b(?:writeFile|mkdir|rename|rm|unlink|rmdir|copyFile)\w*[^}]*\} from "node:fs/;
  const writers = generator.filter(({ text }) => writes.test(text)).map(({ path }) => path);
  expect(writers).toEqual(["generator/output/write.ts"]);
});

test("emitters read no disk", () => {
  const readers = generator.filter(({ path, text }) => path.startsWith("generator/emit/") && /from "node:/.test(text));
  expect(readers.map(({ path }) => path)).toEqual([]);
});

test("emitters know no clock and no environment", () => {
  const impure = generator.filter(
    ({ path, text }) => path.startsWith("generator/emit/") && /\bDate\b|process\.|Math\.random|performance\./.test(text),
  );
  expect(impure.map(({ path }) => path)).toEqual([]);
});

const EIP191_LIBRARIES = ["@noble/curves/secp256k1.js", "@noble/hashes/sha3.js", "@noble/hashes/utils.js"];

/** The rooms of the runtime, those that each may import, and the library that each is a peer of. The core is the root. */
const RUNTIME: Readonly<Record<string, { readonly rooms: readonly string[]; readonly libraries: readonly string[] }>> = {
  core: { rooms: ["core"], libraries: [] },
  door: { rooms: ["core", "client", "server"], libraries: [] },
  client: { rooms: ["core", "client"], libraries: [] },
  server: { rooms: ["core", "server"], libraries: [] },
  websocketServer: { rooms: ["core", "server", "websocketServer"], libraries: ["ws", "node:http", "node:stream"] },
  websocketClient: { rooms: ["core", "client", "websocketClient"], libraries: ["ws"] },
  jwt: { rooms: ["core", "server", "jwt"], libraries: ["jose"] },
  eip191: { rooms: ["core", "server", "eip191"], libraries: EIP191_LIBRARIES },
  socketioClient: { rooms: ["core", "client", "socketioClient"], libraries: ["socket.io-client"] },
  socketioServer: {
    rooms: ["core", "server", "socketioServer"],
    libraries: ["socket.io", "node:http", "node:net", "node:stream"],
  },
  "codegen-v1": {
    rooms: [
      "core",
      "client",
      "server",
      "websocketServer",
      "websocketClient",
      "jwt",
      "eip191",
      "socketioClient",
      "socketioServer",
    ],
    libraries: [],
  },
};

/** What generated code imports, and what people do: these stand in the root, and open the cores of both stubs. */
const DOORS: readonly string[] = ["runtime/src/codegen-v1.ts", "runtime/src/index.ts"];

/** Single files of the runtime's root that are subpaths of their own, and their library. */
const RUNTIME_SUBPATHS: Readonly<Record<string, string>> = { "runtime/src/msgpack.ts": "@msgpack/msgpack" };

describe.each(Object.entries(RUNTIME))("runtime/%s", (room, { rooms, libraries }) => {
  test("imports only the rooms below it and its own library", () => {
    const wrong = sourcesIn("runtime/src", ".ts")
      .filter(({ path }) => roomOf(path) === room)
      .flatMap(({ path, text }) =>
        importsOf(text)
          .filter((target) => !isRuntimeImport(path, target, rooms, libraries))
          .map((target) => `${path} → ${target}`),
      );
    expect(wrong).toEqual([]);
  });
});

test("every room of the runtime has its arrows", () => {
  const rooms = new Set(sourcesIn("runtime/src", ".ts").map(({ path }) => roomOf(path)));
  expect([...rooms].sort()).toEqual(Object.keys(RUNTIME).sort());
});

test("schemas import only the vocabulary and each other", () => {
  const wrong = sourcesIn("schemas", ".ts").flatMap(({ path, text }) =>
    importsOf(text)
      .filter((target) => target !== "wirepact/define" && !/^\.\.?\//.test(target))
      .map((target) => `${path} → ${target}`),
  );
  expect(wrong).toEqual([]);
});

test("generated packages import the runtime by its version, and themselves", () => {
  const wrong = sourcesIn("generated", ".js", ".d.ts").flatMap(({ path, text }) =>
    importsOf(text)
      .filter((target) => !/^@wirepact\/runtime\/codegen-v1(\/|$)/.test(target) && !target.startsWith("./"))
      .map((target) => `${path} → ${target}`),
  );
  expect(wrong).toEqual([]);
});

function roomOf(path: string): string {
  if (DOORS.includes(path)) return "door";
  const [, , room = "", ...rest] = path.split("/");
  return rest.length === 0 ? "core" : room;
}

function isRuntimeImport(path: string, target: string, rooms: readonly string[], libraries: readonly string[]): boolean {
  if (target.startsWith(".")) return rooms.includes(roomOf(posix.join(posix.dirname(path), target)));
  return RUNTIME_SUBPATHS[path] === target || libraries.includes(target);
}

function wrongStage(path: string, target: string, allowed: readonly string[]): string[] {
  if (!target.startsWith(".")) return [];
  const [top, stage = "", ...rest] = posix.join(posix.dirname(path), target).split("/");
  const inside = top === "generator" && (rest.length === 0 || allowed.includes(stage));
  return inside ? [] : [`${path} → ${target}`];
}

function isForeign(target: string, known: readonly string[]): boolean {
  if (target.startsWith(".") || target.startsWith("node:")) return false;
  return !known.some((library) => target === library || target.startsWith(`${library}/`));
}
