import { Node, Project, type SourceFile, SyntaxKind } from "ts-morph";
import { expect, test } from "vitest";
import { sourcesIn } from "./sources.ts";

const own = [...sourcesIn("generator", ".ts"), ...sourcesIn("runtime/src", ".ts")];

/** Longer files, each with its reason. */
const LONG: ReadonlyMap<string, string> = new Map([
  ["generator/catalogue.ts", "one entry a diagnostic, all of them in one table"],
  ["test/server/hostileMessages.test.ts", "section B of the hostile inputs, line by line"],
]);

test("files stay under 250 lines, or give a reason", () => {
  const long = [...own, ...sourcesIn("schemas", ".ts"), ...sourcesIn("test", ".ts")].filter(
    ({ text }) => text.split("\n").length > 250,
  );
  expect(long.map(({ path }) => path).filter((path) => !LONG.has(path))).toEqual([]);
});

const project = new Project({ useInMemoryFileSystem: true, skipLoadingLibFiles: true });
const parsed = own.map(({ path, text }) => project.createSourceFile(`/${path}`, text));

test("every export says in a sentence what it is", () => {
  expect(parsed.flatMap((file) => undocumented(file).map((name) => `${file.getFilePath()}: ${name}`))).toEqual([]);
});

test("there is no any", () => {
  const wrong = parsed.filter((file) => file.getDescendantsOfKind(SyntaxKind.AnyKeyword).length > 0);
  expect(wrong.map((file) => file.getFilePath())).toEqual([]);
});

test("there is no room without a purpose", () => {
  expect(own.map(({ path }) => path).filter((path) => /utils|helpers|common|manager/i.test(path))).toEqual([]);
});

function undocumented(file: SourceFile): string[] {
  const declared = file.getStatements().filter((statement) => Node.isExportable(statement) && statement.isExported());
  return declared
    .filter((statement) => Node.isJSDocable(statement) && statement.getJsDocs().length === 0)
    .map((statement) => statement.getText().split("\n")[0] ?? "");
}
