import { type Direction, escapeStep } from "@wirepact/runtime";
import type { Machine } from "../../../model/machines.ts";
import type { Finding, Meeting, SessionWitness, Side } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import { SOME_KEY, wayTo } from "../../lives.ts";
import { type Paired, pairByKey } from "../../match/byKey.ts";
import { meetingOf } from "../../proof.ts";

/** A machine of one of the contracts, in the names of the new one. */
export interface ToldMachine extends Machine {
  /** Who reports its states. */
  readonly from: Direction;
  readonly side: Side;
  readonly pointer: string;
}

/** Machines of both contracts: by their names, and where those differ by what they follow. */
export function pairMachines(pair: ContractPair): Paired<ToldMachine> {
  const named = pairByKey(toldMachines(pair, "before"), toldMachines(pair, "after"), ({ name }) => name);
  const placed = pairByKey(named.removed, named.added, ({ message, key, state }) => JSON.stringify([message, key, state]));
  return { ...placed, kept: [...named.kept, ...placed.kept] };
}

function toldMachines(pair: ContractPair, side: Side): ToldMachine[] {
  return pair[side].session.machines.map((machine) => {
    const message = pair.names.told(side, machine.message);
    const [from = "server"] = pair.names.message(side, message)?.from ?? [];
    return { ...machine, message, from, side, pointer: `/x-wirepact/machines/${escapeStep(machine.name)}` };
  });
}

/** What is the same in all that is said of a machine. */
export function aboutMachine(
  { message, from, pointer, side }: ToldMachine,
  place = "",
): Pick<Finding, "level" | "message" | "from" | "pointer" | "side"> {
  return { level: "wire", message, from: [from], pointer: `${pointer}${place}`, side };
}

/** The meeting in which a machine's reporter has its contract, and the reader the other one. */
export function readIn({ side, from }: ToldMachine): Meeting {
  return meetingOf(side, from);
}

/** The states of a machine. */
export function statesOf({ transitions }: ToldMachine): string[] {
  return transitions.map(([state]) => state);
}

/** The states that both machines have. */
export function sharedStates(one: ToldMachine, other: ToldMachine): string[] {
  const known = new Set(statesOf(other));
  return statesOf(one).filter((state) => known.has(state));
}

/** An instance that comes to a state, and then to some others: as a session that the other contract refuses. */
export function refusedLife(
  { sessions }: ContractPair,
  machine: ToldMachine,
  state: string,
  ...then: readonly string[]
): SessionWitness | undefined {
  const { side, from, message, key, state: place } = machine;
  const stepIn = (one: string) =>
    sessions.step(side, message, from, [
      [place, one],
      [key, SOME_KEY],
    ]) ?? sessions.step(side, message, from, [[place, one]]);
  const way = sessions.isSpent ? undefined : wayTo(machine, state);
  if (way === undefined) return undefined;
  return sessions.refused({ allowedBy: side, fault: from, rule: "state", steps: [...way, ...then].map(stepIn) });
}
