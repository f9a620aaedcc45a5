/** A text on one line of Markdown that stays a text: no links, mentions, tags, tables or emphasis. Code spans stay code. */
export function inline(text: string): string {
  const line = text.replace(/[\s\p{Cc}\u2028\u2029]+/gu, " ").replace(/[\u202A-\u202E\u2066-\u2069]/g, "");
  const parts = line.trim().split(/(`[^`]+`)/);
  return parts.map((part, index) => (index % 2 === 1 ? part.replaceAll("|", "\\|") : escapeProse(part))).join("");
}

/** A text as code: without what would end the span, the line or the table's cell. */
export function codeSpan(text: string): string {
  const line = text.replace(/[\s\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069`]+/gu, " ").trim();
  return line === "" ? "(empty)" : `\`${line.replaceAll("|", "\\|")}\``;
}

/** Some texts as code, as a sentence lists them: "`a`, `b` or `c`". */
export function alternatives(texts: readonly string[]): string {
  const spans = texts.map(codeSpan);
  return spans.length < 2 ? spans.join("") : `${spans.slice(0, -1).join(", ")} or ${spans.at(-1)}`;
}

function escapeProse(text: string): string {
  return text
    .replace(/[\\[\]<>|*#~`]/g, "\\$&")
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\_")
    .replace(/@(?=\w)/g, "@\u200B")
    .replace(/:\/\//g, ":\u200B//")
    .replace(/\bwww\./gi, "www\u200B.");
}
