import { WirepactError } from "@wirepact/runtime";
import type { Step } from "../script.ts";

/** One of our servers while it is tested. */
export interface Serving {
  readonly port: number | undefined;
  readonly close: () => Promise<void>;
}

/** A full conversation of one protocol, for strangers to play either half of, and our stub for the other. */
export interface Flow {
  readonly protocol: string;
  /** Path and query that clients connect to. */
  readonly path: string;
  /** All frames, in their order, whoever is at either end. */
  readonly steps: readonly Step[];
  /** Goes on where `steps` end, with frames that our client would not send. */
  readonly unruly: readonly Step[];
  /** Our server; its handlers put there what they are given. */
  readonly serve: (heard: unknown[]) => Promise<Serving>;
  /** What its handlers are given, in steps and unruly ones. */
  readonly heard: readonly unknown[];
  /** Our client, from connecting to closing; puts there what it gets. */
  readonly call: (url: string, seen: unknown[]) => Promise<void>;
  /** What it gets. */
  readonly seen: readonly unknown[];
}

/** The protocol's error message that a call was refused with. */
export async function refusalOf(call: Promise<unknown>): Promise<unknown> {
  const outcome: unknown = await call.catch((error: unknown) => error);
  if (outcome instanceof WirepactError && outcome.code === "rejected") return outcome.reply;
  throw new Error("the call was not refused", { cause: outcome });
}
