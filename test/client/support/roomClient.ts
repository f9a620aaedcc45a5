import { createConnect } from "../../../runtime/src/client/createConnect.ts";
import { createParser } from "../../../runtime/src/parser.ts";
import type { ProtocolDescriptor } from "../../../runtime/src/protocol.ts";
import { roomContract, roomValidators } from "../../server/support/roomProtocol.ts";
import { FakeClock, settled } from "./fakeClock.ts";
import { MemoryServer } from "./memoryTransport.ts";
import type { TestClient } from "./stage.ts";

/** A connected client of the small protocol of the server's tests, or of a variation of it. */
export async function roomClient(changes: Partial<ProtocolDescriptor> = {}) {
  const contract = { ...roomContract, ...changes };
  const [clock, server] = [new FakeClock(), new MemoryServer()];
  const only = (strict: boolean, from: "client" | "server") =>
    roomValidators(strict).filter(([name]) =>
      contract.messages.some((message) => message.name === name && message.from.includes(from)),
    );
  const own = contract.messages.filter(({ from }) => from.includes("client"));
  const definition = {
    contract,
    parse: createParser(contract, "server", only(false, "server")),
    check: createParser(contract, "client", only(true, "client")),
    open: server.open,
    methods: Object.fromEntries(own.map(({ name }) => [name, name])),
  };
  const connecting = createConnect(definition, clock)("ws://host.test/", { parameters: { room: "1" }, heartbeat: false });
  await settled();
  server.latest.open();
  server.latest.say({ type: "hello", room: "1" });
  // The methods are those of the definition; a loose type stands for the generated one.
  const client = (await connecting) as unknown as TestClient;
  await clock.pass(0);
  return { client, clock, line: server.latest };
}
