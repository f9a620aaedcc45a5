import { type Direction, escapeStep } from "@wirepact/runtime";
import type { Json } from "../../../json.ts";
import type { Machine } from "../../../model/machines.ts";
import { otherSide } from "../../../session/heard.ts";
import type { Finding, Meeting, SessionWitness, Side } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import { fittingStep, someKey } from "../../fields.ts";
import { wayTo } from "../../lives.ts";
import { type Paired, pairByKey } from "../../match/byKey.ts";
import { meetingOf } from "../../proof.ts";
import { sortedValues } from "../../schema/canonical.ts";
import type { Step, Value } from "../../sessions.ts";

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
  pair: ContractPair,
  machine: ToldMachine,
  state: string,
  ...then: readonly string[]
): SessionWitness | undefined {
  const { sessions } = pair;
  const { side, from, message, key, state: place } = machine;
  const way = sessions.isSpent ? undefined : wayTo(machine, state);
  if (way === undefined) return undefined;
  const named: Value = [key, someKey(sessions, side, message, from, key)];
  const stepIn = (one: string) =>
    sessions.step(side, message, from, [[place, one], named]) ?? sessions.step(side, message, from, [[place, one]]);
  const life = [...way, ...then].map(stepIn);
  for (const start of [[], ...startsOf(pair, machine, named)]) {
    const session = sessions.refused({ allowedBy: side, fault: from, rule: "state", steps: [...start, ...life] });
    if (session !== undefined) return session;
  }
  return undefined;
}

/** Where the message belongs to streams, its contract allows it only once one has started. */
function startsOf(
  { sessions, names, ...pair }: ContractPair,
  { side, message, from }: ToldMachine,
  [key, name]: Value,
): (Step | undefined)[][] {
  const told = (name: string) => names.told(side, name);
  const streams = pair[side].session.streams.filter(({ items, ends }) =>
    [...items, ...ends.map((end) => end.message)].some((name) => told(name) === message),
  );
  return streams.map(({ start, match }) => {
    const named = match.filter(([, answered]) => answered === key).map(([asked]): Value => [asked, name]);
    return [fittingStep(sessions, side, told(start), otherSide(from), named)];
  });
}

/** What makes a machine this one: in whatever order its parts are listed, all of them. */
export function identityOf({ name, message, key, state, initial, transitions }: ToldMachine): readonly Json[] {
  const ways = transitions.map(([from, next]) => [from, sortedValues(next)]);
  return [name, message, key, state, sortedValues(initial), sortedValues(ways)];
}
