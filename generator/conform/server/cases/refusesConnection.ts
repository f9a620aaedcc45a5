import type { ConformCase } from "../../conformCase.ts";
import { PASS, type Verdict } from "../../verdict.ts";
import { Inbox } from "../../wire/inbox.ts";
import { type Target, Unreachable } from "../../wire/peer.ts";
import type { Stage } from "../stage.ts";

/** Connections that the contract refuses are refused, with a status or a close code that it has for that. */
export function refusesConnection(stage: Stage): ConformCase[] {
  return stage.strangers.map(({ name, title, target }) => ({
    id: `server/${stage.contract.protocol}/refuses-connection/${name}`,
    title,
    run: async (signal) => (target === undefined ? UNKNOWN : await knock(stage, target, signal)),
  }));
}

const UNKNOWN: Verdict = {
  kind: "skipped",
  reason: "no --token is given, so nobody knows whether the server asks for one",
};

async function knock(stage: Stage, target: Target, signal: AbortSignal): Promise<Verdict> {
  const inbox = new Inbox();
  try {
    const peer = await stage.open(target, inbox.put, signal);
    const event = await inbox.next(signal, stage.quiet);
    await peer.close();
    if (event?.kind !== "ended") return failure(stage, "the connection was taken");
    return isListed(stage, event.code) ? PASS : failure(stage, `the connection ${event.text}`);
  } catch (error) {
    if (!(error instanceof Unreachable)) throw error;
    if (error.status === null) return { kind: "harness-error", text: error.message };
    return isListed(stage, error.status) ? PASS : failure(stage, error.message);
  }
}

function isListed({ contract }: Stage, code: number | null): boolean {
  return contract.endpoint.refusals.some((one) => ("status" in one ? one.status : one.close) === code);
}

function failure({ contract }: Stage, got: string): Verdict {
  const listed = contract.endpoint.refusals.map((one) => ("status" in one ? `HTTP ${one.status}` : `a close with ${one.close}`));
  return {
    kind: "fail",
    rule: "server-refusal",
    text: `the contract refuses this connection with ${listed.join(" or ")}: ${got}`,
  };
}
