import type { ConformCase } from "../../conformCase.ts";
import { PASS, type Verdict } from "../../verdict.ts";
import { Inbox } from "../../wire/inbox.ts";
import { type PeerEnd, Unreachable } from "../../wire/peer.ts";
import type { Stage } from "../stage.ts";

/** Whether there is a server at all: without one, nothing else is tried. */
export function connects(stage: Stage): ConformCase {
  return {
    id: `server/${stage.contract.protocol}/connects`,
    title: "takes a connection",
    run: (signal) => connect(stage, signal),
  };
}

async function connect(stage: Stage, signal: AbortSignal): Promise<Verdict> {
  const inbox = new Inbox();
  try {
    const peer = await stage.open(stage.target, inbox.put, signal);
    const event = await inbox.next(signal, stage.quiet);
    await peer.close();
    return event?.kind === "ended" ? endedAtOnce(stage, event) : PASS;
  } catch (error) {
    if (error instanceof Unreachable)
      return { kind: "harness-error", text: `${error.message}${whyRefused(stage, error.status)}` };
    throw error;
  }
}

/** A close that the contract has for connections that are not wanted says that ours is none; any other is the server's fault. */
function endedAtOnce(stage: Stage, { how, code, text }: PeerEnd): Verdict {
  const told = how === "too-large" ? ", more than is read here" : ", before anything was sent";
  const why = whyRefused(stage, code);
  if (why !== "") return { kind: "harness-error", text: `the connection ${text}${why}` };
  return { kind: "fail", rule: "server-connection", text: `the connection ${text}${told}` };
}

/** What the contract says of a status or a close code. */
function whyRefused({ contract }: Stage, code: number | null): string {
  const refusal = contract.endpoint.refusals.find((one) => ("status" in one ? one.status : one.close) === code);
  return refusal === undefined ? "" : `, which the contract has for: ${refusal.when}`;
}
