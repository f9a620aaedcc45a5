import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { ROOT } from "../support/protocols.ts";

/** What each README's program prints. */
const PRINTED: Readonly<Record<string, string>> = {
  panel: `bob sees { count: 0 }
ada did [ { op: 'set', key: 'count', value: 2 } ]
bob sees [ { op: 'set', key: 'count', value: 2 } ]
rejected TOOL_NOT_FOUND
`,
  agent: `made the specification
made the tests
made the implementation
made the verification
made the registration
To "What is the answer?": 42.
tools: 1
`,
  terminal: `true 0
rejected not allowed: rm -rf /
`,
  nodetool: `Job started
the job is running
the job is cancelled
`,
  flowork: `{ status: 'preset saved' }
{ nodes: [ { id: 'start' } ], connections: [] }
`,
};

test.each(
  Object.entries(PRINTED),
)("the program in the README of %s runs over a real socket, and ends", async (protocol, printed) => {
  const readme = readFileSync(join(ROOT, "generated", protocol, "README.md"), "utf8");
  const [, program = ""] = /^## Both ends, in one program\n\n(?:.*\n)*?```js\n(.*?)^```/ms.exec(readme) ?? [];
  const args = ["--input-type=module", "--eval", program];
  const { stdout, stderr } = await promisify(execFile)(process.execPath, args, { cwd: ROOT });
  expect({ stdout, stderr }).toEqual({ stdout: printed, stderr: "" });
});
