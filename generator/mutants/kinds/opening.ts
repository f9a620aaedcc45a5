import type { Contract } from "../../model/contract.ts";
import { removed, replaced } from "../change.ts";
import type { Change } from "../mutant.ts";

const OPENING = "/x-wirepact/opening";

/** The server's first message is none in particular, or another. */
export function changeOpening({ document, messages, session: { opening } }: Contract): Change[] {
  const others = messages.filter(
    ({ name, from, match }) => from.includes("server") && match.kind !== "lifecycle" && name !== opening,
  );
  const changed = others.map(({ name }) => replaced(document, OPENING, name, `the server's first message is ${name}`, name));
  return opening === null ? changed : [removed(document, OPENING, `the server need not begin with ${opening}`), ...changed];
}
