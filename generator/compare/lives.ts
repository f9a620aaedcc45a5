import type { Direction } from "@wirepact/runtime";
import type { Machine } from "../model/machines.ts";
import type { Side } from "./change.ts";
import type { ContractPair } from "./contractPair.ts";
import { fittingStep } from "./fields.ts";
import type { Step, Value } from "./sessions.ts";

/** Longer ways are not looked for. */
const LONGEST_WAY = 40;

/** The states through which an instance of a machine comes to one of them, that one last; undefined where it never does. */
export function wayTo(
  { initial, transitions }: Pick<Machine, "initial" | "transitions">,
  state: string,
): readonly string[] | undefined {
  const next = new Map(transitions);
  const cameFrom = new Map<string, string | undefined>(initial.map((one) => [one, undefined]));
  // A Map is read on while it grows: the shortest ways come first.
  for (const [at] of cameFrom) {
    if (at === state) return wayBack(cameFrom, at);
    for (const to of next.get(at) ?? []) if (!cameFrom.has(to)) cameFrom.set(to, at);
  }
  return undefined;
}

function wayBack(cameFrom: ReadonlyMap<string, string | undefined>, state: string): readonly string[] | undefined {
  const way: string[] = [];
  for (let at: string | undefined = state; at !== undefined; at = cameFrom.get(at)) {
    if (way.push(at) > LONGEST_WAY) return undefined;
  }
  return way.reverse();
}

/** A machine of a side that follows a message, by the message's new name. */
function machineOf({ names, ...pair }: ContractPair, side: Side, message: string): Machine | undefined {
  return pair[side].session.machines.find((machine) => names.told(side, machine.message) === message);
}

/** The frames by which a message comes to say what it should, where a machine says that it has to say other things first. */
export function stepsTo(
  pair: ContractPair,
  side: Side,
  name: string,
  from: Direction,
  values: readonly Value[],
): readonly (Step | undefined)[] {
  const machine = machineOf(pair, side, name);
  const state = values.find(([pointer]) => pointer === machine?.state)?.[1];
  const way = machine === undefined || typeof state !== "string" ? undefined : wayTo(machine, state);
  if (machine === undefined || way === undefined) return [fittingStep(pair.sessions, side, name, from, values)];
  const others = values.filter(([pointer]) => pointer !== machine.state);
  return way.map((one) => stepIn(pair, side, name, from, [[machine.state, one], ...others]));
}

/** The first value is what it is about: without it there is no frame. */
function stepIn(
  { sessions }: ContractPair,
  side: Side,
  name: string,
  from: Direction,
  [wanted, ...others]: readonly [Value, ...Value[]],
): Step | undefined {
  const fitting = others.filter((value) => sessions.step(side, name, from, [wanted, value] as const) !== undefined);
  return sessions.step(side, name, from, [wanted, ...fitting]);
}
