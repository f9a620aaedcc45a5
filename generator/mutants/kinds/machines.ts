import { escapeStep } from "@wirepact/runtime";
import type { Json, JsonObject } from "../../json.ts";
import type { Contract } from "../../model/contract.ts";
import type { Machine } from "../../model/machines.ts";
import { eachRemoved, removed, replaced } from "../change.ts";
import type { Change } from "../mutant.ts";

type Make = (machine: Machine, pointer: string, document: JsonObject) => readonly Change[];

/** A message reports the states of no machine. */
export const dropMachine = eachOf(({ name }, pointer, document) => [removed(document, pointer, `${name} is no machine`)]);

/** A machine may not go where it may. */
export const dropTransition = eachOf(({ name, transitions }, pointer, document) =>
  transitions.flatMap(([from, to]) =>
    eachRemoved(
      document,
      `${pointer}/transitions/${escapeStep(from)}`,
      to,
      (state) => `${name} may not go from ${from} to ${state}`,
    ),
  ),
);

/** A machine may go where it may not. */
export const addTransition = eachOf((machine, pointer, document) =>
  machine.transitions.flatMap(([from, to]) => (to.length === 0 ? [] : added(machine, [from, to], pointer, document))),
);

/** A machine may leave a state in which it ends. */
export const addTerminalExit = eachOf((machine, pointer, document) =>
  machine.transitions.flatMap(([from, to]) => (to.length > 0 ? [] : added(machine, [from, to], pointer, document))),
);

/** A machine may begin where it may not, or the other way round. */
export const changeInitial = eachOf(({ name, transitions, initial }, pointer, document) => {
  const place = `${pointer}/initial`;
  const others = transitions.map(([state]) => state).filter((state) => !initial.includes(state));
  return [
    ...eachRemoved(document, place, initial, (state) => `${name} may not begin as ${state}`, 1),
    ...others.map((state) => replaced(document, place, [...initial, state], `${name} may begin as ${state}`, state)),
  ];
});

/** A machine does not know a state. */
export const dropState = eachOf(({ name, transitions, initial }, pointer, document) =>
  transitions.flatMap(([state]) => {
    const left = initial.filter((one) => one !== state);
    if (left.length === 0) return [];
    const others = transitions.filter(([one]) => one !== state);
    const kept = others.map(([from, to]): [string, Json] => [from, to.filter((one) => one !== state)]);
    const { pointer: place, ...change } = replaced(
      document,
      `${pointer}/transitions`,
      Object.fromEntries(kept),
      `${name} knows no state ${state}`,
    );
    return [
      {
        ...change,
        pointer: `${place}/${escapeStep(state)}`,
        document: replaced(change.document, `${pointer}/initial`, left, "").document,
      },
    ];
  }),
);

function added(
  { name, transitions }: Machine,
  [from, to]: Machine["transitions"][number],
  pointer: string,
  document: JsonObject,
): Change[] {
  const place = `${pointer}/transitions/${escapeStep(from)}`;
  const others = transitions.map(([state]) => state).filter((state) => !to.includes(state));
  return others.map((state) => replaced(document, place, [...to, state], `${name} may go from ${from} to ${state}`, state));
}

function eachOf(make: Make): (contract: Contract) => readonly Change[] {
  return ({ document, session: { machines } }) =>
    machines.flatMap((machine) => make(machine, `/x-wirepact/machines/${escapeStep(machine.name)}`, document));
}
