/**
 * A line that says the same and commands nothing: GitHub's runner reads `##[command]` anywhere in a line that a step prints, and
 * `::command::` at its beginning, whoever chose the words.
 */
export function uncommanded(line: string): string {
  return line.replaceAll("##[", "##\\u005b").replace(/^(\s*)::/, "$1\\u003a:");
}
