import { escapeStep, pointerSteps } from "@wirepact/runtime";
import { constantsAt } from "../../model/constants.ts";
import type { Contract } from "../../model/contract.ts";
import type { Machine } from "../../model/machines.ts";
import { listed } from "../listed.ts";
import type { Breach, LintRule } from "../rule.ts";

/** A state machine has the states of its message, and reaches them. */
export const machineStates: LintRule = {
  level: "error",
  title: "A state machine whose states do not fit",
  explanation:
    "The states of a machine are the keys of its `transitions`. Each that something may begin in or go to must be one of them, each must be reached from `initial`, and where the message lists the states in an `enum`, both must be the same set: a state that only one of them knows is refused by the other half of the contract. A terminal state goes nowhere: `done: []`.",
  *check({ contract }) {
    for (const machine of contract.session.machines)
      for (const fault of faultsOf(contract, machine)) yield { ...fault, about: machine.message };
  },
};

function* faultsOf({ document, messages }: Contract, machine: Machine): Generator<Breach> {
  const { name, initial, transitions, message, state } = machine;
  const pointer = `/x-wirepact/machines/${escapeStep(name)}`;
  const states = transitions.map(([from]) => from);
  const strangers = [...new Set([...initial, ...transitions.flatMap(([, to]) => to)])].filter((one) => !states.includes(one));
  if (strangers.length > 0)
    yield {
      pointer: `${pointer}/transitions`,
      text: `the machine ${name} goes to ${listed(strangers)}, from which nothing is said; add it to transitions, with [] where it ends`,
    };
  const reached = reachedBy(machine);
  const lost = states.filter((one) => !reached.has(one));
  if (lost.length > 0)
    yield {
      pointer: `${pointer}/transitions/${escapeStep(lost[0] ?? "")}`,
      text: `the machine ${name} never comes to ${listed(lost)}; add what leads there, or remove it`,
    };
  const frame = messages.find((one) => one.name === message)?.frame;
  const known = constantsAt(document, frame, pointerSteps(state)).map(String);
  if (known.length === 0) return;
  const unsaid = known.filter((one) => !states.includes(one) && !strangers.includes(one));
  const unsent = [...states, ...strangers].filter((one) => !known.includes(one));
  if (unsaid.length > 0)
    yield {
      pointer: `${pointer}/transitions`,
      text: `${message} may have ${listed(unsaid)} at ${state}, which the machine ${name} does not know; add it, or take it out of the enum`,
    };
  if (unsent.length > 0)
    yield {
      pointer: `${pointer}/transitions`,
      text: `the machine ${name} has ${listed(unsent)}, which ${message} never has at ${state}; add it to the enum, or remove it`,
    };
}

function reachedBy({ initial, transitions }: Machine): ReadonlySet<string> {
  const ways = new Map(transitions);
  const reached = new Set<string>();
  const open = [...initial];
  for (let state = open.pop(); state !== undefined; state = open.pop()) {
    if (reached.has(state)) continue;
    reached.add(state);
    open.push(...(ways.get(state) ?? []));
  }
  return reached;
}
