import { type Findings, quote } from "../diagnostics.ts";
import type { Json } from "../json.ts";
import type { Contract } from "../model/contract.ts";
import { createFrameReader, type FrameReader } from "./frameReader.ts";

/** Finds examples and scenario frames that break the contract which they illustrate. */
export function checkExamples(contract: Contract, findings: Findings): void {
  const reader = createFrameReader(contract);
  for (const message of contract.messages) {
    const [side = "client"] = message.from;
    for (const [index, frame] of message.examples.entries()) {
      checkFrame(reader, side, frame, `${message.pointer}/examples/${index}`, message.name, findings);
    }
  }
  for (const [index, scenario] of contract.session.scenarios.entries()) {
    for (const [step, { from, frame }] of scenario.steps.entries()) {
      checkFrame(reader, from, frame, `/x-wirepact/scenarios/${index}/steps/${step}`, undefined, findings);
    }
  }
}

function checkFrame(
  reader: FrameReader,
  side: "client" | "server",
  frame: Json,
  pointer: string,
  wanted: string | undefined,
  findings: Findings,
): void {
  const result = reader[side](frame);
  if (!result.ok) {
    const { message } = result.error;
    return findings.error(
      pointer,
      "invalid-example",
      `the validators refuse this frame: ${message}; correct the frame or the schema`,
    );
  }
  if (wanted === undefined || result.message === wanted) return;
  findings.error(
    pointer,
    "invalid-example",
    `this example of ${quote(wanted)} is read as ${quote(result.message)}; correct the frame, or what tells the two apart`,
  );
}
