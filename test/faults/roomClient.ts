import { createConnect } from "../../runtime/src/client/createConnect.ts";
import type { AnyConnectOptions } from "../../runtime/src/client/settings.ts";
import { createParser } from "../../runtime/src/parser.ts";
import { openWebSocket } from "../../runtime/src/websocketClient/node.ts";
import type { TestClient } from "../client/support/stage.ts";
import type { CountingClock } from "../server/support/listening.ts";
import { roomContract, roomValidators } from "../server/support/roomProtocol.ts";

const only = (strict: boolean, from: "client" | "server") =>
  roomValidators(strict).filter(([name]) =>
    roomContract.messages.some((message) => message.name === name && message.from.includes(from)),
  );

/** A client of the small protocol over real sockets, whose timers are counted. */
export async function connectRoom(port: number, clock: CountingClock, options: AnyConnectOptions = {}): Promise<TestClient> {
  const own = roomContract.messages.filter(({ from }) => from.includes("client"));
  const connect = createConnect(
    {
      contract: roomContract,
      parse: createParser(roomContract, "server", only(false, "server")),
      check: createParser(roomContract, "client", only(true, "client")),
      open: openWebSocket,
      methods: Object.fromEntries(own.map(({ name }) => [name, name])),
    },
    clock,
  );
  const reconnect = { attempts: 1000, initialDelay: 5, maxDelay: 20 };
  // The methods are those of the definition; a loose type stands for the generated one.
  return (await connect(`ws://127.0.0.1:${port}`, {
    parameters: { room: "1" },
    reconnect,
    ...options,
  })) as unknown as TestClient;
}
