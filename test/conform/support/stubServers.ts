import { serveAgent } from "@wirepact/agent/server";
import { serveFlowork } from "@wirepact/flowork/server";
import { serveNodetool } from "@wirepact/nodetool/server";
import { refusePanel, servePanel } from "@wirepact/panel/server";
import { serveTerminal } from "@wirepact/terminal/server";
import { handlers as agentHandlers } from "../../flows/support/agent.ts";
import type { Shipped } from "../../support/shipped.ts";
import type { Tried } from "./tryServer.ts";

/** What handlers throw is told to nobody here: clients hear that something failed. */
const options = { onError: () => undefined };

/** Our servers, with handlers that do something of each sort and leave much out. */
export const STUBS: Readonly<Record<Shipped, () => Promise<Tried>>> = {
  agent: () => listening(serveAgent(agentHandlers, options), "http", ""),
  flowork: () => listening(flowork(), "ws", "/?engineId=engine-1"),
  nodetool: () => listening(nodetool(), "ws", "/ws"),
  panel: () => listening(panel(), "ws", "/panels/demo/ws"),
  terminal: () => listening(terminal(), "ws", "/ws?user_id=ada"),
};

/** What any server can do. */
interface Listening {
  readonly listen: (port: number, host: string) => Promise<{ readonly port: number | undefined }>;
  readonly close: (options: { readonly deadline: number }) => Promise<void>;
}

/** Has a server listen at a port of this machine. */
export async function listening(server: Listening, scheme: string, path: string): Promise<Tried> {
  const { port } = await server.listen(0, "127.0.0.1");
  return { url: `${scheme}://127.0.0.1:${port}${path}`, stop: () => server.close({ deadline: 0 }) };
}

function panel(): Listening {
  let count = 0;
  return servePanel(
    {
      connected: () => ({ panelId: "demo", state: { count } }),
      trigger({ tool }, session) {
        if (tool !== "increment") throw refusePanel({ code: "TOOL_NOT_FOUND", message: `no tool named ${tool}` });
        count += 1;
        const stateMutations = [{ op: "set" as const, key: "count", value: count }];
        const event = { name: "counted", payload: { count }, timestamp: 1 };
        session.broadcast("PATCH", { mutations: stateMutations });
        session.broadcast("EVENT", { event });
        return { result: { status: "success", stateMutations, events: [event] } };
      },
    },
    options,
  );
}

function terminal(): Listening {
  const timestamp = "2024-01-01T00:00:00Z";
  return serveTerminal(
    {
      connectionEstablished: () => ({ message: "Connected", timestamp }),
      executeCode: ({ sessionId }) => ({ success: true, output: "Hello World\n", timestamp, sessionId }),
      terminalCommand: ({ sessionId }) => ({ output: "", sessionId }),
      saveFile: ({ sessionId, filename }) => ({ success: true, filename, sessionId }),
    },
    options,
  );
}

function flowork(): Listening {
  const presets = new Map<string, Readonly<Record<string, unknown>>>();
  return serveFlowork(
    {
      savePreset({ name, workflow_data }) {
        presets.set(name, workflow_data);
        return { status: "preset saved" };
      },
      loadPreset: ({ name }) => ({ name, workflow_data: presets.get(name) ?? null }),
      requestDrives: () => ({ drives: [] }),
      requestSettings: () => ({ settings: {} }),
      executeWorkflow: () => ({ status: "workflow started" }),
    },
    { ...options, engineId: "engine-1" },
  );
}

function nodetool(): Listening {
  let jobs = 0;
  return serveNodetool(
    {
      async *runJob({ workflow_id }) {
        jobs += 1;
        const job = { job_id: `job-${jobs}`, ...(workflow_id === undefined ? {} : { workflow_id }) };
        yield ["acknowledgement", { message: "Job started", ...job }];
        yield ["job_update", { ...job, status: "running" }];
        yield ["binary_update", { ...job, node_id: "n", output_name: "o", binary: new Uint8Array([0, 255]) }];
        yield ["job_update", { ...job, status: "completed" }];
      },
      async *chatMessage({ thread_id }) {
        yield ["acknowledgement", { message: "Message received", thread_id }];
        yield ["chunk", { thread_id, content: "Hello", done: true }];
        yield ["message", { thread_id, role: "assistant", content: "Hello" }];
      },
      setMode: ({ mode }) => ({ message: `Mode set to ${mode}` }),
      getStatus: () => ["active_jobs", { active_jobs: [] }],
      clearModels: () => ({ message: "Unused models cleared" }),
    },
    options,
  );
}
