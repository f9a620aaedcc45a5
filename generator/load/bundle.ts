import { realpathSync } from "node:fs";
import { basename, dirname, isAbsolute, relative, resolve, sep } from "node:path";
import { escapeStep, pointerOf, pointerSteps } from "@wirepact/runtime";
import { DiagnosticError, type Position, quote, shownPath } from "../diagnostics.ts";
import { getObject, isList, isObject, type Json, type JsonObject } from "../json.ts";
import { meantReference, valueAt } from "../reference.ts";
import { SINGULAR, sectionOf } from "./sections.ts";
import { DISK, type SourceFiles } from "./sourceFiles.ts";
import type { YamlFile } from "./yamlFile.ts";

/** A document whose references all point into itself, and where each part of it was written. */
export interface Bundle {
  readonly document: JsonObject;
  readonly locate: (pointer: string) => Position;
  readonly files: readonly string[];
  /** Whether what stands at a JSON Pointer of the components was moved there from another file. */
  readonly isMoved: (pointer: string) => boolean;
}

/** Moves what a document refers to in other files of the project into its own components. Nothing outside the project, nothing on the network. */
export function bundle(file: YamlFile, root: string, files: SourceFiles = DISK): Bundle {
  return new Bundler(file, root, files).bundle();
}

/** Something of another file. */
interface Moved {
  readonly value: Json;
  readonly file: YamlFile;
  readonly pointer: string;
}

class Bundler {
  readonly #main: YamlFile;
  readonly #root: string;
  readonly #source: SourceFiles;
  readonly #files = new Map<string, YamlFile>();
  /** Place in the components of each thing moved in, by what it is moved as and `path#pointer`. */
  readonly #places = new Map<string, string>();
  /** What was moved in, by its place. */
  readonly #moved = new Map<string, Moved>();

  constructor(main: YamlFile, root: string, files: SourceFiles) {
    this.#main = main;
    this.#root = files === DISK ? realpathSync(root) : root;
    this.#source = files;
    this.#files.set(files.real(main.path) ?? main.path, main);
  }

  bundle(): Bundle {
    const own = this.#rewrite(this.#main.value, this.#main, "", "");
    const files = [...this.#files.keys()];
    const isMoved = (pointer: string) => this.#moved.has(pointer);
    if (this.#moved.size === 0) return { document: this.#main.value, locate: this.#main.locate, files, isMoved };
    return { document: this.#withMoved(isObject(own) ? own : {}), locate: (pointer) => this.#locate(pointer), files, isMoved };
  }

  #withMoved(document: JsonObject): JsonObject {
    const components = new Map(Object.entries(getObject(document, "components")));
    for (const [place, { value }] of this.#moved) {
      const [, section = "", name = ""] = pointerSteps(place);
      const known = components.get(section);
      components.set(section, { ...(isObject(known) ? known : {}), [name]: value });
    }
    return { ...document, components: Object.fromEntries(components) };
  }

  #locate(pointer: string): Position {
    const [components = "", section = "", name = "", ...rest] = pointerSteps(pointer);
    const moved = this.#moved.get(pointerOf([components, section, name]));
    return moved === undefined ? this.#main.locate(pointer) : moved.file.locate(moved.pointer + pointerOf(rest));
  }

  /** The value of a file with local references; `home` is where it will stand in the document, which says what it is. */
  #rewrite(value: Json, file: YamlFile, pointer: string, home: string): Json {
    if (isList(value)) return value.map((item, index) => this.#rewrite(item, file, `${pointer}/${index}`, `${home}/${index}`));
    if (!isObject(value)) return value;
    const entries = Object.entries(value).map(([key, item]) => {
      const step = `/${escapeStep(key)}`;
      const reference = key === "$ref" && typeof item === "string" ? this.#move(item, file, pointer + step, home) : undefined;
      return [key, reference ?? this.#rewrite(item, file, pointer + step, home + step)] as const;
    });
    return Object.fromEntries(entries);
  }

  /** The local reference to use instead of one that leaves the file. */
  #move(reference: string, file: YamlFile, place: string, home: string): string {
    const [path = "", encoded = ""] = reference.split("#", 2);
    const fragment = decode(encoded);
    if (path === "" && file === this.#main) return reference;
    const target = path === "" ? file : this.#open(path, file, place);
    if (target === this.#main) return `#${encoded}`;
    const section = sectionOf(home);
    const identity = `${section} ${target.path}#${fragment}`;
    const known = this.#places.get(identity);
    if (known !== undefined) return `#${known}`;
    const goal = pointerOf(["components", section, this.#nameFor(section, fragment, target, reference, file, place)]);
    this.#places.set(identity, goal);
    this.#add(goal, fragment, target, reference, file.locate(place));
    return `#${goal}`;
  }

  #add(goal: string, pointer: string, target: YamlFile, reference: string, from: Position): void {
    const value = valueAt(target.value, pointer);
    if (value === undefined) {
      const meant = meantReference(target.value, `#${pointer}`);
      const hint = meant === undefined ? "check the path after #" : `did you mean ${quote(meant)} in that file?`;
      throw refused("missing-reference", `nothing stands at ${quote(reference)}; ${hint}`, from);
    }
    this.#moved.set(goal, { value: true, file: target, pointer });
    this.#moved.set(goal, { value: this.#rewrite(value, target, pointer, goal), file: target, pointer });
  }

  /** The last step of the pointer, or the file's name; two things of one name are an error, never renumbered. */
  #nameFor(section: string, fragment: string, target: YamlFile, reference: string, file: YamlFile, place: string): string {
    const ofFile = basename(target.path).replace(/\.[^.]+$/, "");
    const name = (pointerSteps(fragment).at(-1) ?? ofFile).replace(/[^\w.-]/g, "_");
    const own = getObject(getObject(this.#main.value, "components"), section);
    if (!this.#moved.has(pointerOf(["components", section, name])) && !Object.hasOwn(own, name)) return name;
    const text = `${quote(reference)} brings in a second ${SINGULAR.get(section) ?? "part"} named ${quote(name)}; rename one of them`;
    throw refused(section === "messages" ? "duplicate-message" : "duplicate-schema", text, file.locate(place));
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
    const file = this.#source.open(target, shownPath(target));
    this.#files.set(target, file);
    return file;
  }

  #inside(target: string, path: string, position: Position): string {
    const text = `${quote(path)} is outside the project; copy the file into the project, or call wirepact from a folder above both`;
    if (!isInside(this.#root, target)) throw refused("foreign-reference", text, position);
    const real = this.#source.real(target);
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

function refused(
  code: "foreign-reference" | "missing-reference" | "duplicate-schema" | "duplicate-message",
  text: string,
  position: Position,
): DiagnosticError {
  return new DiagnosticError({ code, severity: "error", text, position });
}
