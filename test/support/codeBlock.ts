/** The first block of a language in a page that holds a word; empty where there is none. */
export function codeBlock(page: string, language: string, word: string): string {
  const blocks = [...page.matchAll(new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``, "g"))].map((match) => match[1] ?? "");
  return blocks.find((text) => text.includes(word)) ?? "";
}
