import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import type { Json } from "../../generator/json.ts";
import { Draft } from "../support/hostile/draft.ts";
import { runCli } from "../support/runCli.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

/** A server on the loopback that counts who asks it. */
async function listen(): Promise<{ readonly url: string; readonly asked: () => number }> {
  let requests = 0;
  const server = createServer((_, response) => {
    requests++;
    response.end("{}");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  // Listening on a port, not on a pipe: the address is an object.
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/schema.json`, asked: () => requests };
}

const places: Readonly<Record<string, (draft: Draft, value: Json) => void>> = {
  "an example": (draft, value) => void draft.examples.push({ payload: { type: "base", open: value } }),
  "a default": (draft, value) => void draft.properties.set("open", { type: "object", default: value }),
  "a constant": (draft, value) => void draft.properties.set("open", { const: value }),
  "an extension": (draft, value) => void draft.message.set("x-own", value),
  "a schema": (draft, value) => void draft.properties.set("open", value),
};

test.each(Object.entries(places))("a $ref to the network in %s of an AsyncAPI file is never followed", async (_, put) => {
  const { url, asked } = await listen();
  const draft = new Draft();
  put(draft, { $ref: url });
  const cwd = temporaryFolder({ "sample.json": JSON.stringify(draft.document()) });
  await runCli(["generate", "--from", "sample.json"], { cwd });
  expect(asked()).toBe(0);
});

test.each([
  ["an example", "{}", "{ type: 'TICK', open: value }"],
  ["a default", "{ default: value }", "{ type: 'TICK' }"],
])("a $ref to the network in %s of a schema module is a value like any other", async (_, options, example) => {
  const { url, asked } = await listen();
  const cwd = temporaryFolder({
    "schemas/sample/protocol.ts": `
      import { byType, message, protocol, Type, websocket } from "wirepact/define";
      const value = { $ref: ${JSON.stringify(url)} };
      const TICK = message({
        description: "A tick.",
        fields: { open: Type.Optional(Type.Unknown(${options})) },
        examples: [${example}],
      });
      export default protocol("sample", {
        title: "Sample", version: "1.0.0", description: "A sample.",
        endpoint: websocket("/ws", { port: 1 }), client: byType({ TICK }), server: byType({}),
      });`,
  });
  const run = await runCli(["generate", "sample"], { cwd });
  expect(run).toMatchObject({ status: 0, stderr: "" });
  expect(asked()).toBe(0);
});
