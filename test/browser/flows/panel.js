import { connectPanel } from "@wirepact/panel/client";

/** Two clients of one panel: what one triggers, the other sees. */
window.flow = async (url) => {
  const [ada, bob] = await Promise.all([connectPanel(url), connectPanel(url)]);
  const patched = new Promise((resolve) => bob.on("PATCH", resolve));
  const { result } = await ada.trigger({ tool: "increment", args: { by: 2 } });
  const { mutations } = await patched;
  const refused = await ada.trigger({ tool: "missing" }).catch(({ code, reply }) => [code, reply.code]);
  await Promise.all([ada.close(), bob.close()]);
  return { opening: bob.opening.state, result: result.stateMutations, mutations, refused, states: [ada.state, bob.state] };
};

/** What a page learns of a refusal. */
window.refused = (url, query) =>
  connectPanel(url, { query }).catch(({ code, status, closeCode }) => ({ code, status, closeCode }));
