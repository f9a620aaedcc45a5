import type { Contract } from "../../generator/model/contract.ts";
import { createFrameReader, type FrameReader } from "../../generator/monitor/frameReader.ts";
import { createMonitor, type SessionFrame } from "../../generator/monitor/sessionMonitor.ts";

/** A session, and what is done to it: places are counted from 1, as verdicts do. */
export type Edit = (steps: readonly SessionFrame[]) => readonly SessionFrame[];

export const asItIs: Edit = (steps) => steps;

export function drop(...places: readonly number[]): Edit {
  return (steps) => steps.filter((_, index) => !places.includes(index + 1));
}

/** Moves a frame so that it stands at another place. */
export function move(from: number, to: number): Edit {
  return (steps) => {
    const others = drop(from)(steps);
    return [...others.slice(0, to - 1), ...steps.slice(from - 1, from), ...others.slice(to - 1)];
  };
}

/** Says a frame again directly after itself. */
export function twice(place: number): Edit {
  return (steps) => steps.flatMap((step, index) => (index + 1 === place ? [step, step] : [step]));
}

/** Puts frames in after a place. */
export function after(place: number, ...more: readonly SessionFrame[]): Edit {
  return (steps) => [...steps.slice(0, place), ...more, ...steps.slice(place)];
}

/** Replaces properties of a frame; one that becomes undefined is gone. */
export function change(place: number, fields: Readonly<Record<string, unknown>>): Edit {
  return (steps) =>
    steps.map((step, index) => {
      if (index + 1 !== place) return step;
      const frame = Object.entries({ ...(step.frame as object), ...fields }).filter(([, value]) => value !== undefined);
      return { ...step, frame: Object.fromEntries(frame) };
    });
}

/** Says for each frame how it travelled. */
export function travelling(...encodings: readonly ("json" | "msgpack")[]): Edit {
  return (steps) => steps.map((step, index) => ({ ...step, encoding: encodings[index] }));
}

export function server(frame: unknown): SessionFrame {
  return { from: "server", frame };
}

export function client(frame: unknown): SessionFrame {
  return { from: "client", frame };
}

const readers = new Map<Contract, FrameReader>();

/** What the monitor says of a session: `PLACE RULE POINTER` for each broken rule, those that never came at the end. */
export function judge(contract: Contract, steps: readonly SessionFrame[]): string[] {
  const reader = readers.get(contract) ?? createFrameReader(contract);
  readers.set(contract, reader);
  const monitor = createMonitor(contract, { reader });
  const verdicts = [...steps.map((step) => monitor.hear(step)), ...monitor.end()];
  return verdicts.flatMap((verdict) =>
    verdict.ok ? [] : verdict.violations.map(({ number, rule, at }) => `${number} ${rule} ${at.pointer}`),
  );
}
