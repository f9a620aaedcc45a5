import { spawnSync } from "node:child_process";
import { escapeStep } from "@wirepact/runtime";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Change } from "../../generator/compare/change.ts";
import { type ReportFormat, reportFormats } from "../../generator/compare/report/reportFormats.ts";
import { reports } from "../../generator/compare/report/reports.ts";
import type { Review } from "../../generator/compare/review.ts";
import { bareMarkdown, cellsOf } from "../support/hostile/markdown.ts";
import { payloads } from "../support/hostile/payloads.ts";
import { strangerIsMissing } from "../support/stranger.ts";
import { changeOf, reviewOf } from "./support/someReviews.ts";

/** What is hostile to the places where reports are read. */
const HOSTILE: Readonly<Record<string, string>> = {
  ...payloads,
  "workflow command": "::error file=x,line=1::pwn",
  "workflow command on a line of its own": "x\n::set-output name=x::pwn\n",
  "workflow command over CR": "x\r::add-mask::pwn",
  "workflow command, escaped": "%0A::stop-commands::pwn",
  "older workflow command": "x ##[error]pwn",
  "end of properties": ",file=evil.ts,title=x::pwn",
  "Markdown mention in quotes": '"@everyone"',
  "Markdown mention behind a quote": "'@everyone it's @team",
  "Markdown reference": "fixes #1, GH-2, o/r#3 and 0123456789abcdef0123456789abcdef01234567",
  "Markdown address": "mail@evil.invalid https://evil.invalid ftp://evil.invalid",
  "Markdown code that ends": "`` ` ``` @everyone",
  "Markdown code beside code": 'a"`x"`@everyone <h1>www.evil.example #1</h1>"',
  "Markdown block of code": "\n```\n@everyone\n```\n",
  "Markdown fold": "</details></sub><details open><summary>@everyone</summary>",
  "Markdown comment": "--><script>1</script><!-- wirepact-review -->",
  "Markdown list": "\n\n- @everyone\n1. x\n# x\n> x\n---\n",
  "Markdown emphasis": "**x** _x_ ~~x~~ ***",
  "Markdown footnote": "[^1]\n\n[^1]: @everyone",
  "Markdown mathematics": "$\\href{https://evil.invalid}{x}$",
  "Markdown entity": "&#64;everyone &lt;img&gt; &amp;",
  "Markdown task": "[ ] x [x] y",
  "Markdown alert": "> [!WARNING]\n> @everyone",
  "Markdown row": "| a |\n|---|\n| @everyone |",
  "Markdown cell, escaped": "\\| x \\\\| y",
  "Markdown hard break": "x\\",
  "invisible tags": "x\u{E0041}\u{E0042}\u200B\u2060",
};

const FORMATS = reportFormats;

/** Everything that a contract, or a pull request, has a hand in. */
function hostileReview(text: string): Review {
  const witness = { meeting: "oldClientNewServer", from: "client", message: text, encoding: "json" } as const;
  const session = { meeting: "newClientOldServer", fault: "client", rule: "reply", text } as const;
  const approved = { by: text, reason: text, until: text };
  const named: Partial<Change> = { message: text, text: `a word is ${text}`, reason: `because of ${text}`, pointer: text };
  const frame = { type: text, [text]: [text] };
  const binary = { frame: { [text]: "AQID" }, bytes: [`/${escapeStep(text)}`], encoding: "msgpack" } as const;
  return reviewOf(
    "chat",
    [
      changeOf({ ...named, judgement: "breaking", alsoIn: [text, text], witness: { ...witness, frame, path: `/${text}`, text } }),
      changeOf({
        ...named,
        text: quotedBeside(text),
        judgement: "unknown",
        session: { ...session, steps: [{ from: "client", ...binary }] },
      }),
      changeOf({ ...named, judgement: "risky", proof: text, witness: { ...witness, ...binary, path: "", text } }),
      changeOf({ ...named, judgement: "safe" }),
      changeOf({ ...named, judgement: "breaking", approved, witness: { ...witness, ...binary, path: text, text } }),
    ],
    {
      before: { title: text, version: text },
      after: { title: text, version: `${text}1` },
      version: { asked: "major", least: text, before: text, after: `${text}1`, enough: false },
    },
  );
}

/** A text in quotes of every kind, in the order of rules that name a field and its values, without a gap. */
function quotedBeside(text: string): string {
  return `changed: \`/${text}\`"${text}"'${text}'\`${text}\`${text}"${text}"`;
}

function tell(format: ReportFormat, text: string): string {
  const place = () => ({ file: text, line: 1, column: 1, stood: { file: text, line: 2, column: 1 } });
  return reports[format]([hostileReview(text)], { against: text, strict: false, place });
}

/** Runs a check for everything hostile, and for random texts of what is. */
function onHostile(check: (text: string) => void): void {
  for (const text of Object.values(HOSTILE)) check(text);
  const pieces = fc.oneof(
    fc.constantFrom(...Object.values(HOSTILE)),
    fc.constantFrom(..."@#<>`|\\*_[]()\"':/\n\r\u001b\u202e-".split("")),
  );
  const words = fc.constantFrom("", "x", " ", "@everyone", "<h1>", "</h1>", "#1", "www.evil.example", "\\");
  const ticks = fc.nat({ max: 4 }).map((length) => "`".repeat(length));
  const quote = fc.constantFrom('"', "'", "`", "");
  const quoted = fc.tuple(quote, ticks, words, ticks, quote).map((parts) => parts.join(""));
  const texts = fc.oneof(
    fc.array(quoted, { minLength: 1, maxLength: 4 }).map((all) => all.join("")),
    fc.string({ unit: "binary" }),
    fc.array(pieces, { maxLength: 6 }).map((all) => all.join("")),
  );
  fc.assert(fc.property(texts, check), { numRuns: 200 });
}

describe.each(FORMATS)("%s, whatever a contract has in it", (format) => {
  test("shows every character, and moves nothing", () => {
    onHostile((text) => void expect(tell(format, text)).not.toMatch(/(?![\n\u200b])[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u));
  });

  test("commands no workflow", () => {
    onHostile((text) => {
      const told = tell(format, text);
      expect(told).not.toContain("##[");
      const commands = told.split("\n").filter((line) => line.trimStart().startsWith("::"));
      expect(commands).toHaveLength(format === "github" ? 5 : 0);
    });
  });
});

test.each(["text", "github"] as const)("%s has the same lines, whatever a contract has in it", (format) => {
  const lines = tell(format, "word").split("\n").length;
  onHostile((text) => void expect(tell(format, text).split("\n")).toHaveLength(lines));
});

test("an annotation has the properties that it should have, whatever a contract has in it", () => {
  onHostile((text) => {
    const commands = tell("github", text).split("\n").slice(0, -1).map(commandOf);
    for (const { kind, properties } of commands) {
      expect(kind).toMatch(/^(error|warning)$/);
      expect(Object.keys(properties)).toEqual(/^(\.\.|\/)/.test(text) ? ["title"] : ["file", "line", "col", "title"]);
    }
  });
});

test("a program reads what was said, whatever a contract has in it", () => {
  onHostile((text) => {
    const [protocol] = JSON.parse(tell("json", text)).protocols;
    expect(protocol.changes[0].witness.frame).toEqual(JSON.parse(JSON.stringify({ type: text, [text]: [text] })));
  });
});

describe("markdown, whatever a contract has in it", () => {
  test("has no markup but its own", () => {
    onHostile((text) => {
      for (const line of linesOutsideOfBlocks(tell("markdown", text))) {
        const bare = bareMarkdown(line.replace(/\\$/, "")).replace(
          /<\/?(sub|details|summary)>|<!-- wirepact-review -->|\*\*[\w ,;:]+\.?\*\*/g,
          "",
        );
        expect(bare.replace(/^ *-(?= )|^## /, "")).not.toMatch(/[<>[\]*#~$`&]|@\w|:\/\/|www\./);
      }
    });
  });

  test("has a table of six columns", () => {
    onHostile((text) => {
      const rows = tell("markdown", text)
        .split("\n")
        .filter((line) => line.startsWith("|"));
      expect(rows.map(cellsOf)).toEqual([6, 6, 6]);
    });
  });

  test("renders to the same tags, and nothing outside of code means anything to GitHub (cmark-gfm)", ({ skip }) => {
    if (rendersAsGithub("x") === undefined) skip(strangerIsMissing("needs Debian's cmark-gfm, which .ci/run installs"));
    const tags = tagsOf(rendersAsGithub(tell("markdown", "word")) ?? "");
    onHostile((text) => {
      const html = rendersAsGithub(tell("markdown", text)) ?? "";
      expect(tagsOf(html)).toEqual(tags);
      expect(textOutsideOfCode(html)).not.toMatch(/@\w|#\d|\bGH-\d|\b[0-9a-f]{7,40}\b|:\/\/|www\.|:\w+:/i);
    });
  });
});

function linesOutsideOfBlocks(markdown: string): string[] {
  let inside = false;
  return markdown.split("\n").filter((line) => {
    const fence = /^ *```/.test(line);
    if (fence) inside = !inside;
    return !fence && !inside;
  });
}

/** What GitHub's own renderer makes of it; undefined where Debian's package is not there. */
function rendersAsGithub(markdown: string): string | undefined {
  const extensions = ["table", "autolink", "strikethrough", "tasklist", "footnotes"].flatMap((name) => ["-e", name]);
  const { status, stdout } = spawnSync("cmark-gfm", ["--unsafe", ...extensions], { input: markdown, encoding: "utf8" });
  return status === 0 ? stdout : undefined;
}

/** Tags, without code: how many words are code depends on how many are quoted. */
function tagsOf(html: string): string[] {
  return (html.replace(/<code>[^<]*<\/code>/g, "").match(/<[^>]*>/g) ?? []).filter((tag) => !/^<\/?(pre|code)\b/.test(tag));
}

function textOutsideOfCode(html: string): string {
  const text = html.replace(/<code[^>]*>[^<]*<\/code>/g, " ").replace(/<[^>]*>/g, " ");
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
}

/** A command as GitHub's runner reads it. */
function commandOf(line: string): { readonly kind: string; readonly properties: Readonly<Record<string, string>> } {
  const end = line.indexOf("::", 2);
  const [kind = "", ...rest] = line.slice(2, end).split(" ");
  const properties = rest
    .join(" ")
    .split(",")
    .map((one) => one.split("=", 2));
  return { kind, properties: Object.fromEntries(properties.map(([name = "", value = ""]) => [name, value])) };
}
