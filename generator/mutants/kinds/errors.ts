import type { Contract } from "../../model/contract.ts";
import { removed, replaced } from "../change.ts";
import type { Change } from "../mutant.ts";

const ERRORS = "/x-wirepact/errors";

/** No message says in general that something failed, or another does. */
export function changeErrors({ document, messages, session: { errors } }: Contract): Change[] {
  if (errors === null) return [];
  const others = messages.filter(
    ({ name, from, match }) => name !== errors.message && from.includes("server") && match.kind !== "lifecycle",
  );
  return [
    removed(document, ERRORS, `${errors.message} answers only what names it`),
    ...others.map(({ name }) => replaced(document, `${ERRORS}/message`, name, `${name} says that anything failed`, name)),
  ];
}
