import { GENERATED } from "./project.ts";
import { shellWord } from "./shellWord.ts";

/** The command that makes one package again. */
export function generateCommand(protocol: string, { out, from }: { readonly out?: string; readonly from?: string }): string {
  const flags = [
    ...(from === undefined ? [] : ["--from", from]),
    ...(out === undefined || out === GENERATED ? [] : ["--out", out]),
  ];
  return ["npx", "wirepact", "generate", protocol, ...flags].map(shellWord).join(" ");
}
