/** Markdown without its code spans and escaped characters: what is left could be markup. */
export function bareMarkdown(line: string): string {
  let bare = "";
  for (let at = 0; at < line.length; ) {
    if (line[at] === "\\") {
      bare += " ";
      at += 2;
    } else if (line[at] === "`") {
      const run = /^`+/.exec(line.slice(at))?.[0] ?? "`";
      const end = endOfSpan(line, at + run.length, run.length);
      bare += end === undefined ? run : " ";
      at = end ?? at + run.length;
    } else bare += line[at++];
  }
  return bare;
}

/** A code span ends at the next run of as many backticks: https://spec.commonmark.org/0.31.2/#code-spans */
function endOfSpan(line: string, from: number, length: number): number | undefined {
  for (const run of line.slice(from).matchAll(/`+/g)) if (run[0].length === length) return from + run.index + length;
  return undefined;
}

/** How many cells a row of a table has: GitHub splits at every pipe without a backslash, even inside code. */
export function cellsOf(row: string): number {
  return row.replace(/\\\|/g, " ").split("|").length - 2;
}
