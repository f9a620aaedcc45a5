import type { Direction } from "@wirepact/runtime";
import { quote } from "../../../diagnostics.ts";
import type { Finding } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import type { Rule } from "../rule.ts";
import { both, safe } from "../verdicts.ts";
import { anyStrayed } from "./strayed.ts";

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
      yield {
        level: "wire",
        message: null,
        from: [from],
        pointer: "/x-wirepact/shapes",
        side: "after",
        text: `tried in another order: ${textOf(turned)}`,
        identity: [from, turned, ...pair.ties.ofAll(from, new Set(turned.flat()))],
        ...both(
          APART,
          anyStrayed(pair, from, ({ after }) => turned.flat().includes(after.name)),
        ),
      };
    }
  },
};

/** Two names of the new contract, in its order. */
type Turned = readonly [one: string, another: string];

function textOf(turned: readonly Turned[]): string {
  const shown = turned.slice(0, MANY).map(([one, another]) => `${quote(one)} before ${quote(another)}`);
  return shown.join(", ") + (turned.length > MANY ? ` and ${turned.length - MANY} pairs more` : "");
}

const MANY = 3;

const APART = safe("no frame has what two of them require");

/** Neighbours of the new order that stood the other way round. */
function turnedIn({ before, after, names }: ContractPair, from: Direction): Turned[] {
  const old = before.shapes.map((name) => names.told("before", name));
  const now = after.shapes.filter((name) => old.includes(name) && names.message("after", name)?.from.includes(from) === true);
  return now.flatMap((one, index) =>
    now.slice(index + 1).flatMap((another) => (old.indexOf(one) > old.indexOf(another) ? [[one, another] as const] : [])),
  );
}
