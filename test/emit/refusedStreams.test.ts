import { expect, test } from "vitest";
import { byType, message, protocol, reply, stream, Type, websocket } from "../../generator/define/index.ts";
import { printDocument } from "../../generator/define/print/document.ts";
import { contractOf, makeFiles } from "../support/makeFiles.ts";

test("a stream whose reply pair has errors alone says so, and has no answer in its type", () => {
  const about = { description: "A message.", fields: { id: Type.String() } };
  const [join, post, over, failure] = [0, 1, 2, 3].map(() => message(about)) as [
    ReturnType<typeof message>,
    ReturnType<typeof message>,
    ReturnType<typeof message>,
    ReturnType<typeof message>,
  ];
  const definition = protocol("lounge", {
    title: "Lounge",
    version: "1.0.0",
    description: "Rooms.",
    endpoint: websocket("/lounge"),
    client: byType({ join }),
    server: byType({ post, over, failure }),
    replies: [reply(join).orError(failure).matching("id")],
    streams: [stream(join).of(post).until(over).matching("id")],
  });
  const files = makeFiles(contractOf(printDocument(definition)));
  const client = files.get("client.d.ts") ?? "";
  expect(client).toContain("`failure` rejects with a WirepactError `rejected`.");
  expect(client).not.toMatch(/Answered by|never/);
  expect(files.get("server.d.ts")).toContain(
    "Give [name, fields] of each message: throw to refuse with `failure`; `over` ends it.",
  );
});
