import { COMMAND, type Diagnostic, type Position } from "../../diagnostics.ts";
import { fingerprint } from "../../fingerprint.ts";
import { isFinding } from "../findings.ts";
import { encodingText } from "../printFrame.ts";
import type { Review } from "../review.ts";
import { type ReviewRule, reviewRules } from "../reviewRules.ts";
import { meetingText, pathText, reasonsOf, travelText } from "./evidence.ts";
import { VERSION } from "./place.ts";
import { cutTo, plain, plainJson } from "./plain.ts";
import type { FailureContext, ReportContext } from "./report.ts";
import { changesByWeight, counted, countsOf, isBehind, type ProtocolChange } from "./tally.ts";
import { versionText } from "./wording.ts";

/** GitHub shows no more of a run: https://docs.github.com/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning */
const SHOWN = 5000;

// The keys of the table are its rules.
const RULES = Object.keys(reviewRules) as ReviewRule[];

const SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/** A report as SARIF 2.1.0. It lists problems, so what is safe is only counted. */
export function sarifReport(reviews: readonly Review[], context: ReportContext): string {
  const problems = changesByWeight(reviews).filter(({ change }) => change.judgement !== "safe");
  const low = reviews.filter((review) => versionText(review, context) !== undefined);
  const shown = problems.slice(0, Math.max(SHOWN - low.length, 0));
  const left = problems.length - shown.length;
  const rules = RULES.filter((rule) => shown.some(({ change }) => change.rule === rule) || (rule === LOW && low.length > 0));
  const told = [...(context.notes ?? []).map(notification), ...(left > 0 ? [cutShort(left)] : [])];
  const run = {
    tool: { driver: driver(rules, context) },
    invocations: [{ executionSuccessful: true, ...(told.length > 0 ? { toolExecutionNotifications: told } : {}) }],
    originalUriBaseIds: { SRCROOT: { description: message("The root of the repository.") } },
    columnKind: "utf16CodeUnits",
    results: [
      ...shown.map((problem) => result(problem, rules, context)),
      ...low.flatMap((review) => versionResult(review, rules, context)),
    ],
    properties: { against: context.against, counts: countsOf(reviews.flatMap(({ changes }) => changes)) },
  };
  return plainJson({ $schema: SCHEMA, version: "2.1.0", runs: [run] });
}

/** A run that came to no report. */
export function sarifFailure(diagnostics: readonly Diagnostic[], context: FailureContext): string {
  const told = diagnostics.map(notification);
  const run = {
    tool: { driver: driver([], context) },
    invocations: [{ executionSuccessful: false, toolExecutionNotifications: told }],
    originalUriBaseIds: { SRCROOT: { description: message("The root of the repository.") } },
    columnKind: "utf16CodeUnits",
    results: [],
    properties: { against: context.against },
  };
  return plainJson({ $schema: SCHEMA, version: "2.1.0", runs: [run] });
}

/** The rules that the results are of, as `explain` tells them. */
function driver(rules: readonly ReviewRule[], { version }: FailureContext) {
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
  const { rule, judgement, message: name, text, witness, session, meetings, pointer, side, approved } = change;
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
    partialFingerprints: { "wirepactReview/v1": change.fingerprint },
    properties: { protocol, judgement, meetings, side, ...(witness && { witness }), ...(session && { session }) },
  };
}

const LOW = "version-too-low";

/** A version that moves less than it must. */
function versionResult(review: Review, rules: readonly ReviewRule[], context: ReportContext) {
  const text = versionText(review, context);
  if (text === undefined) return [];
  const { protocol, version } = review;
  const place = physical(context.place?.(protocol, VERSION));
  const logical = { fullyQualifiedName: plain(`${protocol}#${VERSION.pointer}`), kind: "schema" };
  return [
    {
      ruleId: LOW,
      ruleIndex: rules.indexOf(LOW),
      level: isBehind(review, context) ? "error" : "warning",
      message: message(protocol, text),
      locations: [{ ...place, logicalLocations: [logical] }],
      partialFingerprints: { "wirepactReview/v1": fingerprint([LOW, protocol, version?.asked].join("\n"), 12) },
      properties: { protocol, version },
    },
  ];
}

function physical(at: Position | undefined) {
  if (at === undefined || /^(\.\.|\/)/.test(at.file)) return {};
  // Halves of characters have no place in a URI.
  const steps = at.file.replace(/\p{Cs}/gu, "\uFFFD").split(/[\\/]/);
  const uri = steps.map(encodeURIComponent).join("/");
  const region = { startLine: at.line, startColumn: at.column };
  return { physicalLocation: { artifactLocation: { uri, uriBaseId: "SRCROOT" }, region } };
}

/** What is to be known of a run, and where. */
function notification({ severity, text, position }: Diagnostic) {
  const place = position.file === COMMAND.file ? {} : physical(position);
  const locations = Object.keys(place).length === 0 ? {} : { locations: [place] };
  return { level: severity, message: message(cutTo(text, 1000)), ...locations };
}

function cutShort(left: number) {
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
