import { expect, test } from "vitest";
import { loadProtocolModule } from "../../generator/load/protocolModule.ts";
import { Draft } from "../support/hostile/draft.ts";
import { contractOf, makeFiles } from "../support/makeFiles.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

const MODULE = `import { byType, message, protocol, Type, websocket } from "wirepact/define";
const say = message({ description: "Says it.", fields: { text: Type.String() }, examples: [{ type: "say", text: "hi" }] });
export default protocol("chat", { title: "Chat", version: "1.0.0", description: "Talk.", endpoint: websocket("/chat"), client: byType({ say }), server: byType({}) });
`;

/** The section of a README that holds the example of a contract. */
function sectionOf(example: string): string {
  const draft = new Draft();
  draft.extension.set("example", example);
  const readme = makeFiles(contractOf(draft.document())).get("README.md") ?? "";
  return readme.slice(readme.indexOf("## Both ends"), readme.indexOf("## Connect\n"));
}

test("the example that stands beside a protocol's module is part of its document", async () => {
  const folder = temporaryFolder({ "protocol.ts": MODULE, "example.js": "connect();\n" });
  const { document } = await loadProtocolModule(folder);
  expect(document["x-wirepact"]).toMatchObject({ protocol: "chat", example: "connect();" });
});

test("an example that no README should hold is refused, with its size and the limit", async () => {
  const folder = temporaryFolder({ "protocol.ts": MODULE, "example.js": "x".repeat(20_001) });
  await expect(loadProtocolModule(folder)).rejects.toThrow(
    "the example has 20001 bytes, and goes into a README; shorten it to 20000",
  );
});

test("a README shows it, in a fence that nothing in it can end", () => {
  expect(sectionOf("run();")).toBe("## Both ends, in one program\n\n```js\nrun();\n```\n\n");
  expect(sectionOf("a`b``c````d")).toContain("`````js\na`b``c````d\n`````\n");
});

test("a README without one has no such section", () => {
  expect(makeFiles(contractOf(new Draft().document())).get("README.md")).not.toContain("Both ends");
});
