import { expect, test } from "vitest";
import type { MessageDescriptor } from "../../runtime/src/contract.ts";
import { createParser } from "../../runtime/src/parser.ts";
import type { ProtocolDescriptor } from "../../runtime/src/protocol.ts";
import { createServe } from "../../runtime/src/server/createServe.ts";
import type { CompiledValidator } from "../../runtime/src/validation.ts";
import { MemoryListener } from "./support/memoryPeer.ts";
import { roomContract } from "./support/roomProtocol.ts";

const message = (name: string, from: "client" | "server"): MessageDescriptor => ({
  name,
  from: [from],
  match: { kind: "constant", pointer: "/0", value: name },
});

/** A protocol whose frames are tuples: `["join", room]`, answered by `["joined", room]`. */
const { opening: _opening, topics: _topics, heartbeat: _heartbeat, errors: _errors, streams: _streams, ...plain } = roomContract;
const contract: ProtocolDescriptor = {
  ...plain,
  discriminators: { client: ["/0"], server: ["/0"] },
  messages: [message("join", "client"), message("joined", "server"), message("left", "server")],
  replies: [{ request: "join", replies: ["joined"], errors: [], match: [] }],
};

const pair: CompiledValidator = (data) => Array.isArray(data) && data.length === 2 && typeof data[1] === "string";

function answered(join: () => unknown): unknown[] {
  const listener = new MemoryListener();
  const serve = createServe({
    contract,
    parse: createParser(contract, "client", [["join", pair]]),
    check: createParser(contract, "server", [
      ["joined", pair],
      ["left", pair],
    ]),
    open: listener.open,
    methods: { join: "join" },
  });
  serve({ join }, { onError: () => undefined });
  const peer = listener.connect();
  peer.says(["join", "general"]);
  return peer.frames;
}

test.each([
  ["as its type says", ["joined", "general"]],
  ["as a tuple of its name and its fields", ["joined", ["joined", "general"]]],
])("a reply that is a list may be given %s", (_, value) => {
  expect(answered(() => value)).toEqual([["joined", "general"]]);
});

test("another message by its name is still that message", () => {
  expect(answered(() => ["left", ["left", "general"]])).toEqual([["left", "general"]]);
});
