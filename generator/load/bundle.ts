import { realpathSync } from "node:fs";
import { dirname, isAbsolute, relative, resolve, sep } from "node:path";
import { escapeStep, pointerOf, pointerSteps } from "@wirepact/runtime";
import { DiagnosticError, type Position, quote, shownPath } from "../diagnostics.ts";
import { getObject, isList, isObject, type Json, type JsonObject } from "../json.ts";
import { valueAt } from "../reference.ts";
import { readYamlFile, type YamlFile } from "./yamlFile.ts";

/** A document whose references all point into itself, and where each part of it was written. */
export interface Bundle {
  readonly document: JsonObject;
  readonly locate: (pointer: string) => Position;
  readonly files: readonly string[];
}

/** Moves what a document refers to in other files of the project into its own `components.schemas`. Nothing outside the project, nothing on the network. */
export function bundle(file: YamlFile, root: string): Bundle {
  return new Bundler(file, root).bundle();
}

class Bundler {
  readonly #main: YamlFile;
  readonly #root: string;
  readonly #files = new Map<string, YamlFile>();
  /** Name in components.schemas of each thing moved in, by `path#pointer`. */
  readonly #names = new Map<string, string>();
  readonly #moved = new Map<string, { readonly value: Json; readonly file: YamlFile; readonly pointer: string }>();

  constructor(main: YamlFile, root: string) {
    this.#main = main;
    this.#root = realpathSync(root);
    this.#files.set(realpathSync(main.path), main);
  }

  bundle(): Bundle {
    const own = this.#rewrite(this.#main.value, this.#main, "");
    const files = [...this.#files.keys()];
    if (this.#moved.size === 0) return { document: this.#main.value, locate: this.#main.locate, files };
    return { document: this.#withMoved(isObject(own) ? own : {}), locate: (pointer) => this.#locate(pointer), files };
  }

  #withMoved(document: JsonObject): JsonObject {
    const components = getObject(document, "components");
    const moved = [...this.#moved].map(([name, { value }]) => [name, value] as const);
    const schemas = { ...getObject(components, "schemas"), ...Object.fromEntries(moved) };
    return { ...document, components: { ...components, schemas } };
  }

  #locate(pointer: string): Position {
    const [components, schemas, name = "", ...rest] = pointerSteps(pointer);
    const moved = components === "components" && schemas === "schemas" ? this.#moved.get(name) : undefined;
    return moved === undefined ? this.#main.locate(pointer) : moved.file.locate(moved.pointer + pointerOf(rest));
  }

  #rewrite(value: Json, file: YamlFile, pointer: string): Json {
    if (isList(value)) return value.map((item, index) => this.#rewrite(item, file, `${pointer}/${index}`));
    if (!isObject(value)) return value;
    const entries = Object.entries(value).map(([key, item]) => {
      const place = `${pointer}/${escapeStep(key)}`;
      const reference = key === "$ref" && typeof item === "string" ? this.#move(item, file, place) : undefined;
      return [key, reference ?? this.#rewrite(item, file, place)] as const;
    });
    return Object.fromEntries(entries);
  }

  /** The local reference to use instead of one that leaves the file. */
  #move(reference: string, file: YamlFile, place: string): string {
    const [path = "", encoded = ""] = reference.split("#", 2);
    const fragment = decode(encoded);
    if (path === "" && file === this.#main) return reference;
    const target = path === "" ? file : this.#open(path, file, place);
    if (target === this.#main) return `#${encoded}`;
    const identity = `${target.path}#${fragment}`;
    const known = this.#names.get(identity);
    const name = known ?? this.#nameFor(fragment, target, reference, file, place);
    if (known === undefined) this.#add(identity, name, fragment, target, reference, file.locate(place));
    return `#/components/schemas/${name}`;
  }

  #add(identity: string, name: string, pointer: string, target: YamlFile, reference: string, from: Position): void {
    const value = valueAt(target.value, pointer);
    if (value === undefined)
      throw refused("missing-reference", `nothing stands at ${quote(reference)}; check the path after #`, from);
    this.#names.set(identity, name);
    this.#moved.set(name, { value: true, file: target, pointer });
    this.#moved.set(name, { value: this.#rewrite(value, target, pointer), file: target, pointer });
  }

  /** The last step of the pointer, or the file's name; two things of one name are an error, never renumbered. */
  #nameFor(fragment: string, target: YamlFile, reference: string, file: YamlFile, place: string): string {
    const base =
      pointerSteps(fragment).at(-1) ??
      target.path
        .split(sep)
        .at(-1)
        ?.replace(/\.[^.]+$/, "") ??
      "schema";
    const name = base.replace(/[^\w.-]/g, "_");
    const schemas = getObject(getObject(this.#main.value, "components"), "schemas");
    if (!this.#moved.has(name) && !Object.hasOwn(schemas, name)) return name;
    throw refused(
      "duplicate-schema",
      `${quote(reference)} brings in a second schema named ${quote(name)}; rename one of them`,
      file.locate(place),
    );
  }

  #open(path: string, from: YamlFile, place: string): YamlFile {
    const position = from.locate(place);
    if (/^[a-z][a-z\d+.-]*:/i.test(path) || path.startsWith("//")) {
      throw refused(
        "foreign-reference",
        `${quote(path)} is outside the project: nothing is fetched; copy the file into the project and refer to it by path`,
        position,
      );
    }
    const target = this.#inside(resolve(dirname(from.path), path), path, position);
    const known = this.#files.get(target);
    if (known !== undefined) return known;
    const file = readYamlFile(target, shownPath(target));
    this.#files.set(target, file);
    return file;
  }

  #inside(target: string, path: string, position: Position): string {
    const text = `${quote(path)} is outside the project; copy the file into the project, or call wirepact from a folder above both`;
    if (!isInside(this.#root, target)) throw refused("foreign-reference", text, position);
    const real = realPath(target);
    if (real === undefined) throw refused("missing-reference", `there is no file ${quote(path)}; check the path`, position);
    if (!isInside(this.#root, real)) throw refused("foreign-reference", text, position);
    return real;
  }
}

/** A fragment as addresses write it, as a JSON Pointer. */
function decode(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

function isInside(root: string, target: string): boolean {
  const path = relative(root, target);
  return path !== ".." && !path.startsWith(`..${sep}`) && !isAbsolute(path);
}

function realPath(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}

function refused(
  code: "foreign-reference" | "missing-reference" | "duplicate-schema",
  text: string,
  position: Position,
): DiagnosticError {
  return new DiagnosticError({ code, severity: "error", text, position });
}
