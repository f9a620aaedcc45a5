import { connectFlowork } from "@wirepact/flowork/client";
import { walletAuth } from "@wirepact/runtime/eip191";
import { failure, play } from "./play.mjs";

// The key of a well-known test wallet.
const auth = walletAuth("0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80");
const workflow_data = { nodes: [{ id: "one" }], connections: [] };
const job_id = "7b0c2a52-6f0e-4d0a-9a53-2f5d0c1e8b12";

const connect = (url) => connectFlowork(url, { auth, query: { engineId: "engine-1" } });

await play(connect, {
  "execute-workflow": async (client, next) => {
    const log = next("SHOW_DEBUG_POPUP");
    await client.executeWorkflow({ job_id, workflow_data });
    await log;
  },
  "simulate-workflow": (client) => client.executeWorkflow({ workflow_data, mode: "SIMULATE" }),
  "request-drives": (client) => client.requestDrives(),
  "request-drives-failed": (client) => client.requestDrives(),
  "request-directory-list": (client) => client.requestDirectoryList({ path: "/tmp" }),
  "request-directory-list-failed": (client) => client.requestDirectoryList({ path: "/none" }),
  "stop-workflow": (client) => client.stopWorkflow({ job_id }),
  "pause-and-resume": async (client) => {
    await client.pauseWorkflow();
    await client.resumeWorkflow();
  },
  "request-components-list": async (client) => {
    const types = ["modules", "triggers"];
    await Promise.all(types.map((component_type) => client.requestComponentsList({ component_type })));
  },
  "request-presets-list": (client) => client.requestPresetsList(),
  "load-preset": (client) => client.loadPreset({ name: "mine" }),
  "load-shared-preset": (client) => client.loadPreset({ name: "ours", owner_id: "0x70997970C51812dc3A010C7d01b50e0d17dc79C8" }),
  "load-missing-preset": (client) => client.loadPreset({ name: "none", owner_id: null }),
  "save-preset": (client) => client.savePreset({ name: "mine", workflow_data, signature: auth.signPreset(workflow_data) }),
  "delete-preset": (client) => client.deletePreset({ name: "mine" }),
  "request-settings": (client) => client.requestSettings(),
  "save-settings": (client) => client.saveSettings({ settings: { theme: "light" } }),
  "request-variables": (client) => client.requestVariables(),
  "update-variable": (client) => client.updateVariable({ name: "A", data: { value: "b", is_secret: false, is_enabled: true } }),
  "delete-variable": (client) => client.deleteVariable({ name: "A" }),
  "request-connection-history": (client) => client.requestConnectionHistory({ job_id, connection_id: "c" }),
  "engine-status": (_client, next) => next("engine_status_update"),
  "manual-approval": async (client, next) => {
    const asked = next("MANUAL_APPROVAL_REQUESTED");
    await client.executeWorkflow({ workflow_data });
    await asked;
  },
  refused: (client) => failure(client.requestSettings()),
});
