import { readFileSync } from "node:fs";
import { SourceMap } from "node:module";
import type { Position } from "../diagnostics.ts";

/** Where in a module as it was written something stands that the loader's translation of it has at a place; the place itself where that cannot be told. */
export async function originalPlace(place: Position): Promise<Position> {
  try {
    const { createJiti } = await import("jiti");
    const source = readFileSync(place.file, "utf8");
    const text = createJiti(import.meta.url, { fsCache: false, sourceMaps: true }).transform({
      source,
      filename: place.file,
      ts: /\.m?ts$/.test(place.file),
      async: true,
    });
    const [, encoded = ""] = /sourceMappingURL=data:[^,]*base64,(\S+)\s*$/.exec(text) ?? [];
    const map = new SourceMap(JSON.parse(Buffer.from(encoded, "base64").toString("utf8")));
    const entry = map.findEntry(place.line - 1, place.column - 1);
    if (!("originalLine" in entry)) return place;
    return { file: place.file, line: entry.originalLine + 1, column: entry.originalColumn + 1 };
  } catch {
    // A file that changed meanwhile, or no file: the translation's line is near enough.
    return place;
  }
}
