import { servePanel } from "@wirepact/panel/server";
import { obey } from "./obey.js";

/** Ours: frames are read, told apart and validated on the way in, and checked on the way out. */
const limits = { rate: Number.POSITIVE_INFINITY, burst: Number.POSITIVE_INFINITY };
const server = await servePanel(
  {
    connected: () => ({ panelId: "bench", state: {} }),
    trigger: ({ args }) => ({ result: { status: "success", returnValue: args, stateMutations: [], events: [] } }),
  },
  { limits },
).listen(0);

obey(server.port, (mutations) => server.broadcast("PATCH", { mutations }));
