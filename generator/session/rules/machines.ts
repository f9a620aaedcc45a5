import { escapeStep, readPointer } from "@wirepact/runtime";
import { type NamedFrame, nameAt } from "@wirepact/runtime/laws";
import { quote } from "../../diagnostics.ts";
import type { Machine } from "../../model/machines.ts";
import { BOUNDS, BoundedMap } from "../bounded.ts";
import type { Heard } from "../heard.ts";
import { keyText } from "../namedKeys.ts";
import type { Rule, SessionState } from "../rule.ts";
import { placed } from "../sessionPlan.ts";
import type { Violation } from "../verdict.ts";

/** Machines begin where they may, and go where they may. */
export function machinesRule(state: SessionState): Rule {
  const followers = state.plan.contract.session.machines.map((machine) => follower(machine, state));
  return {
    hear: (heard) => followers.flatMap(({ hear }) => hear(heard)),
    retained: () => followers.reduce((sum, { retained }) => sum + retained(), 0),
  };
}

/** An instance of a machine: its state, and whether that may be told again, since somebody asked to follow it anew. */
interface Instance {
  readonly state: string;
  readonly isAskedAnew: boolean;
}

function follower(machine: Machine, { plan, requests, named }: SessionState): Rule {
  const transitions = new Map(machine.transitions);
  const instances = new BoundedMap<Instance>(BOUNDS.names);
  const pointer = `/x-wirepact/machines/${escapeStep(machine.name)}`;
  const anew = plan.contract.session.streams.flatMap(({ start, match }) =>
    match.filter(([, answered]) => answered === machine.key).map(([asked]) => ({ start, asked })),
  );

  const askAnew = ({ message, frame }: NamedFrame): void => {
    for (const { start, asked } of anew) {
      const name = start === message ? nameAt(frame, asked) : undefined;
      const instance = name === undefined ? undefined : instances.get(keyText("", name));
      if (instance !== undefined) instances.set(keyText("", name), { ...instance, isAskedAnew: true });
    }
  };
  const faultOf = (name: string | number, known: Instance | undefined, next: string): readonly [string, string] | undefined => {
    const subject = `${machine.name} ${quote(name)}`;
    if (!transitions.has(next)) {
      return ["/transitions", `${subject} must be in a state of its machine, got ${quote(next)}`];
    }
    if (known === undefined) {
      if (machine.initial.includes(next) || instances.hasForgotten || named.has(machine.key, name)) return undefined;
      return ["/initial", `${subject} must begin as ${oneOf(machine.initial)}, got ${quote(next)}`];
    }
    const allowed = transitions.get(known.state) ?? [];
    if (allowed.includes(next) || (known.isAskedAnew && known.state === next)) return undefined;
    const ways = allowed.length === 0 ? "stay as it is: that is where it ends" : `go to ${oneOf(allowed)}`;
    const place = `/transitions/${escapeStep(known.state)}`;
    return [place, `${subject} is ${quote(known.state)} and must ${ways}, got ${quote(next)}`];
  };
  const hear = (heard: Heard): Violation[] => {
    askAnew(heard);
    if (heard.message !== machine.message) return [];
    const name = nameAt(heard.frame, machine.key);
    const next = readPointer(heard.frame, machine.state);
    if (name === undefined || !next.found || typeof next.value !== "string") return [];
    const fault = faultOf(name, instances.get(keyText("", name)), next.value);
    // A mistake is told once: from here on the instance is where it says that it is.
    if (transitions.has(next.value)) instances.set(keyText("", name), { state: next.value, isAskedAnew: false });
    requests.hearAbout(heard.from, heard, transitions.get(next.value)?.length === 0);
    if (fault === undefined) return [];
    return [{ rule: "state", at: placed(`${pointer}${fault[0]}`, machine.source), text: fault[1], number: heard.number }];
  };
  return { hear, retained: () => instances.size };
}

function oneOf(states: readonly string[]): string {
  return states.map(quote).join(" or ");
}
