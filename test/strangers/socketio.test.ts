import { describe, expect, onTestFinished, test } from "vitest";
import { agent } from "./flows/agent.ts";
import { pythonIsMissing, startPython } from "./python.ts";
import { type Step, stepsFrom } from "./script.ts";
import { type Called, playSocketioClient, startSocketioServer } from "./socketioPeers.ts";
import type { StrangeServer } from "./websocketStrangers.ts";

const SESSION = "session-1";

const js = { library: "socket.io 4", missing: null, call: playSocketioClient, serve: startSocketioServer };

const polling = {
  ...js,
  library: "socket.io 4, polling alone",
  call: (url: string, steps: readonly Step[]) => playSocketioClient(url, steps, ["polling"]),
};

const websocket = {
  ...js,
  library: "socket.io 4, WebSocket alone",
  call: (url: string, steps: readonly Step[]) => playSocketioClient(url, steps, ["websocket"]),
};

const python = {
  library: "Python's socketio",
  missing: pythonIsMissing(),
  async call(url: string, steps: readonly Step[]): Promise<Called> {
    // The script tells the answer to the HTTP call, and then nothing but events.
    const [session, ...got] = await startPython("socketio_client.py", { url, steps }).rest();
    return { session, got } as Called;
  },
  async serve(steps: readonly Step[], session: string): Promise<StrangeServer> {
    const peer = startPython("socketio_server.py", { steps, session });
    const { port } = (await peer.next()) as { port: number };
    return { port, got: peer.rest() as Promise<Step[]>, stop: peer.stop };
  },
};

describe.each([js, polling, websocket, python])("$library", ({ missing, call, serve }) => {
  test("drives our server of agent", async ({ skip }) => {
    if (missing !== null) skip(missing);
    const heard: unknown[] = [];
    const server = await agent.serve(heard);
    onTestFinished(() => server.close());
    const steps = [...agent.steps, ...agent.unruly];
    expect(await call(`http://127.0.0.1:${server.port}`, steps)).toEqual({
      session: { status: 200, body: { session_id: SESSION } },
      got: stepsFrom(steps, "server"),
    });
    expect(heard).toEqual(agent.heard);
  });

  test("is driven by our client of agent", async ({ skip }) => {
    if (missing !== null) skip(missing);
    const seen: unknown[] = [];
    const server = await serve(agent.steps, SESSION);
    onTestFinished(async () => void (await server.stop()));
    await agent.call(`http://127.0.0.1:${server.port}`, seen);
    expect(await server.got).toEqual(stepsFrom(agent.steps, "client"));
    expect(seen).toEqual(agent.seen);
  });
});
