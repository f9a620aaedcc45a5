import type { Direction } from "@wirepact/runtime";
import { quote } from "../../../diagnostics.ts";
import type { Finding } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import type { Rule } from "../rule.ts";
import { both, type Verdict } from "../verdicts.ts";
import { type Concerns, crossed } from "./crossed.ts";
import { NOTHING } from "./readAcross.ts";

/** Messages without a discriminator are tried in another order. */
export const shapesReordered: Rule = {
  title: "Messages without a discriminator are tried in another order",
  explanation:
    "A frame that has what several of them require is the first of these to its reader. One that the two contracts take for different messages is shown.",
  opposite: "shapes-reordered",
  *find(pair: ContractPair): Iterable<Finding> {
    for (const from of ["client", "server"] as const) {
      const turned = turnedIn(pair, from);
      if (turned.length === 0) continue;
      const names = turned.map(([one, another]) => `${quote(one)} before ${quote(another)}`).join(", ");
      yield {
        level: "wire",
        message: null,
        from: [from],
        pointer: "/x-wirepact/shapes",
        side: "after",
        text: `tried in another order: ${names}`,
        identity: turned,
        ...both(SAFE_SO_FAR, crossed(pair, from, concerns(turned))),
      };
    }
  },
};

const SAFE_SO_FAR: Verdict = { ...NOTHING, reason: "no frame has what two of them require" };

/** Names are those of the new contract. */
function concerns(turned: readonly (readonly [one: string, another: string])[]): Concerns {
  const keys = new Set(turned.map((names) => names.toSorted().join("\n")));
  return ({ after: one }, { after: another }) => keys.has([one.name, another.name].sort().join("\n"));
}

/** Neighbours of the new order that stood the other way round. */
function turnedIn({ before, after, names }: ContractPair, from: Direction): (readonly [one: string, another: string])[] {
  const old = before.shapes.map((name) => names.told("before", name));
  const now = after.shapes.filter((name) => old.includes(name) && names.message("after", name)?.from.includes(from) === true);
  return now.flatMap((one, index) =>
    now.slice(index + 1).flatMap((another) => (old.indexOf(one) > old.indexOf(another) ? [[one, another] as const] : [])),
  );
}
