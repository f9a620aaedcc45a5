import { connectFlowork } from "@wirepact/flowork/client";
import { serveFlowork } from "@wirepact/flowork/server";
import { walletAuth } from "@wirepact/runtime/eip191";

// An engine that keeps presets. Every frame is signed by the client's wallet, and checked by the server.
const presets = new Map();

const server = await serveFlowork(
  {
    savePreset({ name, workflow_data }) {
      presets.set(name, workflow_data);
      return { status: "preset saved" };
    },
    loadPreset: ({ name }) => ({ name, workflow_data: presets.get(name) ?? null }),
  },
  { engineId: "engine-1" },
).listen(0);

// The key of a well-known test wallet: never use it for anything of worth.
const auth = walletAuth("0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80");
const client = await connectFlowork(`ws://localhost:${server.port}/`, { auth, query: { engineId: "engine-1" } });

const workflow_data = { nodes: [{ id: "start" }], connections: [] };
console.log(await client.savePreset({ name: "demo", workflow_data, signature: auth.signPreset(workflow_data) }));
console.log((await client.loadPreset({ name: "demo" })).workflow_data);

await client.close();
await server.close();
