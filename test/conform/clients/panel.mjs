import { connectPanel } from "@wirepact/panel/client";
import { failure, play } from "./play.mjs";

await play(connectPanel, {
  trigger: async (client) => {
    await client.trigger({ tool: "increment", args: { by: 3 } });
    await client.subscribe({ topics: ["events"] });
    await client.unsubscribe({ topics: ["events"] });
    await client.ping();
  },
  heartbeat: (client) => client.ping(),
  "unknown-tool": (client) => failure(client.trigger({ tool: "no-such-tool" })),
});
