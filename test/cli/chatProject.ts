import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { readTree } from "../support/readTree.ts";
import { runHere } from "../support/runHere.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

/** Where the schema of the small protocol stands that these tests generate. */
export const SCHEMA = "schemas/chat/protocol.ts";

/** The schema, with the client's messages as given: its own name, and the fields of its body. */
export function chatSchema(messages: Readonly<Record<string, string>> = { say: "text: Type.String()" }): string {
  const names = Object.keys(messages);
  const declared = Object.entries(messages).map(
    ([name, fields]) => `const ${name} = message({ description: "Sends ${name}.", fields: { ${fields} } });\n`,
  );
  return `import { byType, message, protocol, Type, websocket } from "wirepact/define";
${declared.join("")}const said = message({ description: "Somebody said something.", fields: { text: Type.String() } });
export default protocol("chat", { title: "Chat", version: "1.0.0", description: "Talk in rooms.",
  endpoint: websocket("/chat"), client: byType({ ${names.join(", ")} }), server: byType({ said }) });
`;
}

/** A project with a schema, and nothing generated yet. */
export function newProject(files: Readonly<Record<string, string>> = {}): string {
  return temporaryFolder({ [SCHEMA]: chatSchema(), ...files });
}

let generated: Promise<Readonly<Record<string, string>>> | undefined;

/** The same project as its first `generate` leaves it. */
export async function generatedProject(files: Readonly<Record<string, string>> = {}): Promise<string> {
  generated ??= generateOnce();
  return newProject({ ...(await generated), ...files });
}

/** Writes files below a folder, whatever stands there. */
export function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

async function generateOnce(): Promise<Readonly<Record<string, string>>> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "wirepact-chat-")));
  try {
    writeFiles(folder, { [SCHEMA]: chatSchema() });
    const { status, stderr } = await runHere(["generate"], folder);
    if (status !== 0) throw new Error(stderr);
    return readTree(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
