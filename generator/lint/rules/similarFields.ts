import { escapeStep } from "@wirepact/runtime";
import { quote } from "../../diagnostics.ts";
import { getObject } from "../../json.ts";
import { bareName } from "../casing.ts";
import { shownPlace } from "../place.ts";
import type { LintRule } from "../rule.ts";

/** The fields of an object differ in more than spelling. */
export const similarFields: LintRule = {
  level: "warning",
  title: "Two fields of one object that only case or separators tell apart",
  explanation:
    "`jobId` beside `job_id` is two fields to a validator and one to people, and code that reads the wrong one finds nothing. Name one of them for what it holds, or drop one.",
  *check({ places }) {
    for (const place of places) {
      const seen = new Map<string, string>();
      for (const name of Object.keys(getObject(place.schema, "properties"))) {
        const twin = seen.get(bareName(name));
        seen.set(bareName(name), twin ?? name);
        if (twin === undefined || bareName(name) === "") continue;
        const text = `${quote(name)} of ${shownPlace(place)} differs from ${quote(twin)} beside it in spelling alone; name one of them for what it holds`;
        yield { pointer: `${place.pointer}/properties/${escapeStep(name)}`, text };
      }
    }
  },
};
