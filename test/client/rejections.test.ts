import { WirepactError } from "@wirepact/runtime";
import { expect, onTestFinished, test } from "vitest";
import { isAgentRejection } from "../../generated/agent/client.js";
import { connectPanel, isPanelRejection } from "../../generated/panel/client.js";
import { refusePanel, servePanel } from "../../generated/panel/server.js";

test("the guard of a package knows what its server answered, and gives it its type", async () => {
  const server = await servePanel({
    connected: () => ({ panelId: "demo", state: {} }),
    trigger() {
      throw refusePanel({ code: "TOOL_NOT_FOUND", message: "no tool named missing" });
    },
  }).listen(0);
  onTestFinished(() => server.close({ deadline: 0 }));
  const client = await connectPanel(`ws://localhost:${server.port}/panels/demo/ws`);
  const error: unknown = await client.trigger({ tool: "missing" }).catch((caught: unknown) => caught);
  if (!isPanelRejection(error)) throw error;
  // Held by the compiler, too.
  const [code, name]: [string, "ERROR"] = [error.reply.code, error.messageName];
  expect([code, name]).toEqual(["TOOL_NOT_FOUND", "ERROR"]);
  await client.close();
  const late: unknown = await client.ping().catch((caught: unknown) => caught);
  expect([late instanceof WirepactError, isPanelRejection(late)]).toEqual([true, false]);
});

test.each([
  undefined,
  null,
  new Error("rejected"),
  { code: "rejected", messageName: "error", reply: {} },
])("%j is no rejection", (thrown) => expect(isAgentRejection(thrown)).toBe(false));

test("on Socket.IO the guard is of what the event carries", () => {
  const error: unknown = new WirepactError("rejected", "", { messageName: "error", reply: { message: "no" } });
  if (!isAgentRejection(error)) throw error;
  const text: string = error.reply.message;
  expect(text).toBe("no");
});
