import type { Change, SessionWitness, Witness } from "../change.ts";
import { meetingText, pathText, reasonsOf, stepLines, travelText } from "./evidence.ts";
import { code, frameBlock, prose, textBlock } from "./markdownText.ts";
import { type Place, placeText } from "./place.ts";
import { plainFrame } from "./plain.ts";
import type { ReportContext } from "./report.ts";
import type { ProtocolChange } from "./tally.ts";

/** A change that must be seen to, as an item of a list: with its proof. `named` where the protocol does not go without saying. */
export function findingItem({ protocol, change }: ProtocolChange, named: boolean, { place }: ReportContext): string {
  const { judgement, witness, session } = change;
  const lines = [
    `- **${judgement}** ${subject(protocol, change, named)}: ${prose(change.text)}${alsoIn(change)}`,
    ...reasonsOf(change).map((line) => prose(line)),
    ...(witness === undefined ? [] : [refusal(witness)]),
    ...(session === undefined ? [] : [breach(session)]),
  ];
  const shown = [...(witness ? [frameBlock(witness)] : []), ...(session ? [textBlock(stepLines(session, 200))] : [])];
  return indented([lines.join("\\\n"), ...shown, `<sub>${facts(change, place?.(protocol, change))}</sub>`]);
}

/** Any other change, as an item of a list: in short. */
export function otherItem({ protocol, change }: ProtocolChange, named: boolean, { place }: ReportContext): string {
  const { witness, session } = change;
  const why = reasonsOf(change).map((line) => `; ${prose(line)}`);
  const lines = [
    `- ${subject(protocol, change, named)}: ${prose(change.text)}${alsoIn(change)}${why.join("")}`,
    ...(witness === undefined ? [] : [`${refusal(witness)}: ${code(plainFrame(witness), 300)}`]),
    ...(session === undefined ? [] : [breach(session)]),
    `<sub>${facts(change, place?.(protocol, change))}</sub>`,
  ];
  return indented([lines.join("\\\n")]);
}

function subject(protocol: string, { message }: Change, named: boolean): string {
  const names = [...(named ? [protocol] : []), ...(message === null ? [] : [message])];
  return names.length === 0 ? "the connection" : names.map((name) => code(name, 80)).join(" ");
}

function alsoIn({ alsoIn: names = [] }: Change): string {
  if (names.length === 0) return "";
  const shown = names.slice(0, 5).map((name) => code(name, 80));
  return `, also in ${shown.join(", ")}${names.length > 5 ? ` and ${names.length - 5} more` : ""}`;
}

function refusal(witness: Witness): string {
  return `${travelText(witness)}, refused at ${code(pathText(witness))}: ${prose(witness.text)}`;
}

function breach(session: SessionWitness): string {
  return `${meetingText(session)}, breaks ${code(session.rule)}: ${prose(session.text)}`;
}

function facts({ rule, fingerprint }: Change, at: Place | undefined): string {
  const shown = at?.stood ?? at;
  const where = shown === undefined ? [] : [`${at?.stood === undefined ? "" : "was at "}${code(placeText(shown))}`];
  return [code(rule), code(fingerprint), ...where].join(" · ");
}

/** Lines of an item stand below its first. */
function indented(parts: readonly string[]): string {
  return parts.join("\n\n").replace(/\n(?=[^\n])/g, "\n  ");
}
