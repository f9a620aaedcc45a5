import type { Change, Consent, SessionWitness, Witness } from "../change.ts";
import { worstOf } from "../judgement.ts";
import { cutTo, plainFrame } from "./plain.ts";

const SENT: Readonly<Record<Witness["meeting"], Readonly<Record<Witness["from"], string>>>> = {
  oldClientNewServer: { client: "old client → new server", server: "new server → old client" },
  newClientOldServer: { client: "new client → old server", server: "old server → new client" },
};

/** Who sends a witness to whom. */
export function travelText({ meeting, from }: Witness): string {
  return SENT[meeting][from];
}

/** Where the reader of a witness finds what it refuses. */
export function pathText({ path }: Witness): string {
  return cutTo(path === "" ? "/" : path, 200);
}

const MET: Readonly<Record<SessionWitness["meeting"], string>> = {
  oldClientNewServer: "old client ↔ new server",
  newClientOldServer: "new client ↔ old server",
};

/** Who meets in a session. */
export function meetingText({ meeting }: SessionWitness): string {
  return MET[meeting];
}

/** What a session consists of, a line a frame. */
export function stepLines({ steps }: SessionWitness, length: number): string[] {
  const width = Math.max(...steps.map(({ from }) => from.length));
  return steps.map((step) => {
    const travels = step.encoding === "json" ? "(json) " : "";
    return `${step.from.padEnd(width)} ${travels}${cutTo(plainFrame(step), length)}`;
  });
}

/** Why a change is judged so, in words. */
export function reasonsOf({ proof, reason, judgement, meetings, approved }: Change): string[] {
  const code = judgement === worstOf(meetings) ? undefined : "source code that is built on the package has to change";
  return [proof, reason, code, approved && consentText(approved)].filter((line) => line !== undefined);
}

/** Who let a change pass, how long, and why. */
function consentText({ by, reason, until }: Consent): string {
  return `approved by ${by}${until === undefined ? "" : ` until ${until}`}: ${reason}`;
}

/** What shows a change, and why it is judged so, a line each. */
export function evidenceLines(change: Change, length: number): string[] {
  const { witness, session } = change;
  const shown = witness && [
    `${travelText(witness)}: ${cutTo(plainFrame(witness), length)}`,
    `refused at ${pathText(witness)}: ${cutTo(witness.text, length)}`,
  ];
  const played = session && [
    `${meetingText(session)}:`,
    ...stepLines(session, length).map((line) => `  ${line}`),
    `breaks ${session.rule}: ${cutTo(session.text, length)}`,
  ];
  return [...(shown ?? []), ...(played ?? []), ...reasonsOf(change)];
}
