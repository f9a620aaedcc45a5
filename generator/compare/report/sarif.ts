import { isFinding } from "../findings.ts";
import { encodingText } from "../printFrame.ts";
import type { Review } from "../review.ts";
import { type ReviewRule, reviewRules } from "../reviewRules.ts";
import { meetingText, pathText, reasonsOf, travelText } from "./evidence.ts";
import type { Place } from "./place.ts";
import { cutTo, plain, plainJson } from "./plain.ts";
import type { ReportContext } from "./report.ts";
import { changesByWeight, counted, countsOf, type ProtocolChange } from "./tally.ts";

/** GitHub shows no more of a run: https://docs.github.com/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning */
const SHOWN = 5000;

// The keys of the table are its rules.
const RULES = Object.keys(reviewRules) as ReviewRule[];

const SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/** A report as SARIF 2.1.0. It lists problems, so what is safe is only counted. */
export function sarifReport(reviews: readonly Review[], context: ReportContext): string {
  const problems = changesByWeight(reviews).filter(({ change }) => change.judgement !== "safe");
  const shown = problems.slice(0, SHOWN);
  const left = problems.length - shown.length;
  const rules = RULES.filter((rule) => shown.some(({ change }) => change.rule === rule));
  const notes = (context.notes ?? []).map(({ text }) => ({ level: "warning", message: message(cutTo(text, 1000)) }));
  const told = [...notes, ...(left > 0 ? [notification(left)] : [])];
  const run = {
    tool: { driver: driver(rules, context) },
    invocations: [{ executionSuccessful: true, ...(told.length > 0 ? { toolExecutionNotifications: told } : {}) }],
    originalUriBaseIds: { SRCROOT: { description: message("The root of the repository.") } },
    columnKind: "utf16CodeUnits",
    results: shown.map((problem) => result(problem, rules, context)),
    properties: { against: context.against, counts: countsOf(reviews.flatMap(({ changes }) => changes)) },
  };
  return plainJson({ $schema: SCHEMA, version: "2.1.0", runs: [run] });
}

/** The rules that the results are of, as `explain` tells them. */
function driver(rules: readonly ReviewRule[], { version }: ReportContext) {
  return {
    name: "wirepact review",
    ...(version === undefined ? {} : { semanticVersion: version }),
    rules: rules.map((id) => {
      const { title, explanation } = reviewRules[id];
      const help = message(explanation, "", `npx wirepact explain ${id}`);
      return { id, shortDescription: message(title), fullDescription: message(explanation), help };
    }),
  };
}

function result({ protocol, change }: ProtocolChange, rules: readonly ReviewRule[], { strict, place }: ReportContext) {
  const { rule, judgement, message: name, text, witness, session, meetings, pointer, side, fingerprint, approved } = change;
  const at = place?.(protocol, change);
  const subject = `${protocol}${name === null ? "" : `, ${name}`}`;
  const refused = witness && `${travelText(witness)}: ${encodingText(witness)}refused at ${pathText(witness)}: ${witness.text}`;
  const played = session && `${meetingText(session)}: breaks ${session.rule}: ${session.text}`;
  const told = [`${judgement}: ${text}`, refused, played, ...reasonsOf(change)].filter((line) => line !== undefined);
  return {
    ruleId: rule,
    ruleIndex: rules.indexOf(rule),
    level: isFinding(change, strict) ? "error" : "warning",
    message: message(...[subject, ...told].map((line) => cutTo(line, 1000))),
    locations: [{ ...physical(at), logicalLocations: [{ fullyQualifiedName: plain(`${protocol}#${pointer}`), kind: "schema" }] }],
    ...(approved === undefined
      ? {}
      : { suppressions: [{ kind: "external", status: "accepted", justification: plain(approved.reason) }] }),
    partialFingerprints: { "wirepactReview/v1": fingerprint },
    properties: { protocol, judgement, meetings, side, ...(witness && { witness }), ...(session && { session }) },
  };
}

function physical(at: Place | undefined) {
  if (at === undefined || /^(\.\.|\/)/.test(at.file)) return {};
  // Halves of characters have no place in a URI.
  const steps = at.file.replace(/\p{Cs}/gu, "\uFFFD").split(/[\\/]/);
  const uri = steps.map(encodeURIComponent).join("/");
  const region = { startLine: at.line, startColumn: at.column };
  return { physicalLocation: { artifactLocation: { uri, uriBaseId: "SRCROOT" }, region } };
}

function notification(left: number) {
  return {
    level: "warning",
    message: message(`and ${counted(left, "more change")}: a run of SARIF is shown up to ${SHOWN} results`),
  };
}

/** Lines without placeholders (section 3.11.5 of SARIF) and links (3.11.6): what a contract has of them stays text. */
function message(...lines: readonly string[]) {
  const told = lines.map((line) => plain(line).replaceAll("](", "] (").replaceAll("{", "{{").replaceAll("}", "}}"));
  return { text: told.join("\n") };
}
