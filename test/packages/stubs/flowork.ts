import type { Acknowledged, LoadPresetResponse } from "@wirepact/flowork";
import { connectFlowork } from "@wirepact/flowork/client";
import { type FloworkHandlers, refuseFlowork, serveFlowork } from "@wirepact/flowork/server";
import { walletAuth } from "@wirepact/runtime/eip191";

const auth = walletAuth(`0x${"1".repeat(64)}`);

export async function client(): Promise<readonly [Acknowledged, LoadPresetResponse]> {
  const options = { auth, query: { engineId: "e" } };
  const flowork = await connectFlowork("ws://localhost/", options);
  // @ts-expect-error every frame is signed
  await connectFlowork("ws://localhost/", { query: { engineId: "e" } });
  // @ts-expect-error an engine is named
  await connectFlowork("ws://localhost/", { auth });
  // @ts-expect-error both are needed
  await connectFlowork("ws://localhost/");
  await connectFlowork("ws://localhost/", { ...options, auth: { address: "0x", message: "m", signature: "s" } });
  const workflow_data = { nodes: [], connections: [] };
  // @ts-expect-error a preset is signed
  flowork.savePreset({ name: "n", workflow_data });
  const saved = flowork.savePreset({ name: "n", workflow_data, signature: auth.signPreset(workflow_data) });
  return [await saved, await flowork.loadPreset({ name: "n" })];
}

export const handlers: Partial<FloworkHandlers<{ address: string }>> = {
  loadPreset: ({ name }, { user }) => ({ name, workflow_data: { nodes: [{ id: user.address }] } }),
  savePreset({ name }) {
    if (name === "") throw refuseFlowork({ error: "no name" });
    return { status: "saved" };
  },
};

serveFlowork(handlers, { engineId: "e", freshness: { maxAge: 1000 } });
serveFlowork(handlers, { verifyAuth: false });
serveFlowork({});
// @ts-expect-error an engine's id is a text
serveFlowork({}, { engineId: 1 });
// The name is the request's: the stub repeats it.
serveFlowork({ loadPreset: () => ({ workflow_data: null }) });
// @ts-expect-error a preset that is loaded has a workflow, be it null
serveFlowork({ loadPreset: ({ name }) => ({ name }) });
