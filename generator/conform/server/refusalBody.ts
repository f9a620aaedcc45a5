import type { Readable } from "node:stream";

/** Characters that are told of a body. */
const TOLD = 200;

/** Characters that are read of one: blanks do not count. */
const READ = 2_000;

/** Milliseconds that a body may take. */
const PATIENCE = 500;

/** The beginning of what a server says beside its refusal, on one line. Never fails, and waits for no body without an end. */
export function refusalBody(response: Readable): Promise<string> {
  return new Promise((resolve) => {
    let text = "";
    const end = () => {
      clearTimeout(timer);
      resolve(beginningOf(text));
    };
    const timer = setTimeout(end, PATIENCE);
    response.setEncoding("utf8").on("data", (chunk: string) => {
      text = (text + chunk).slice(0, READ);
      if (text.length === READ) end();
    });
    for (const event of ["end", "error", "close"]) response.on(event, end);
  });
}

function beginningOf(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > TOLD ? `${line.slice(0, TOLD)}…` : line;
}
