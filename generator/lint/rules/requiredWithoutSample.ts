import { quote } from "../../diagnostics.ts";
import { grouped } from "../../grouped.ts";
import { getObject, getString, getStrings, isObject } from "../../json.ts";
import { decodeReference } from "../../reference.ts";
import { listed } from "../listed.ts";
import { type Place, shownPlace } from "../place.ts";
import type { LintRule } from "../rule.ts";
import type { Subject } from "../subject.ts";

/** What a message requires inside of a part that it may leave out is shown, too. */
export const requiredWithoutSample: LintRule = {
  level: "warning",
  title: "Required fields that no sample has",
  explanation:
    "A sample that lacks a required field is refused. One that leaves out the optional object, the list's items or the branch of a union that requires it proves nothing: nobody sees what that part looks like, and no test meets it. Add it to an example of the message, or to a scenario. Of parts inside parts the outermost is told; messages without any sample are told by `message-without-example`.",
  *check(subject) {
    const referrers = referrersOf(subject);
    for (const place of subject.places) {
      const required = toldFields(place);
      if (required.length === 0 || subject.samples.shown.has(place.pointer)) continue;
      const holder = holderOf(place, subject, referrers);
      if (holder === undefined) continue;
      const text = `no sample has ${shownPlace(place)}${kindOf(place)}, which requires ${listed(required)}; add one that shows it`;
      yield { pointer: place.pointer, text, about: place.owner.name, ...unionOf(holder) };
    }
  },
};

/** Where a part that no sample shows stands in one that samples do show, so that the part itself is what is missing. */
function holderOf(place: Place, { samples }: Subject, referrers: ReadonlyMap<string, readonly Place[]>): Place | undefined {
  const isRoot = place.pointer === place.owner.pointer;
  const held = isRoot ? (referrers.get(place.pointer) ?? []) : [place];
  return held.find(({ around, owner }) => samples.shown.has(around?.pointer ?? owner.pointer));
}

/** The branches of a union that no sample shows are told together. */
function unionOf({ pointer }: Place): { readonly fault?: string } {
  const [, union] = /^(.*\/(?:oneOf|anyOf))\/\d+$/.exec(pointer) ?? [];
  return union === undefined ? {} : { fault: union };
}

/** The places that refer to each schema, by its pointer. */
function referrersOf({ places }: Subject): ReadonlyMap<string, readonly Place[]> {
  const holders = places.filter(({ schema }) => "$ref" in schema);
  return grouped(holders, ({ schema }) => decodeReference(getString(schema, "$ref") ?? "") ?? "");
}

/** What a part requires beside constants, which show nothing. */
function toldFields({ schema }: Place): readonly string[] {
  const properties = getObject(schema, "properties");
  return getStrings(schema, "required").filter((name) => Object.hasOwn(properties, name) && !isConstant(properties[name]));
}

function isConstant(schema: unknown): boolean {
  return typeof schema === "object" && schema !== null && "const" in schema;
}

/** The constants by which a branch is told from others. */
function kindOf({ schema }: Place): string {
  const constants = Object.entries(getObject(schema, "properties")).filter(([, inner]) => isConstant(inner));
  const told = constants.map(([name, inner]) => `${name} ${quote(isObject(inner) ? inner["const"] : "")}`);
  return told.length === 0 ? "" : ` with ${told.join(" and ")}`;
}
