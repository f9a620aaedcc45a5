import { anyObject, message } from "wirepact/define";
import { signed } from "./auth.ts";
import { job } from "./shapes.ts";

const settings = anyObject({ description: "The user's settings by name, all of them." });

export const request_settings = message({
  description: "Asks for the sender's settings.",
  source: "flowork.md:65",
  fields: { ...job },
  examples: [signed({ type: "request_settings" })],
});

export const settings_response = message({
  description: "Answers request_settings.",
  source: "flowork.md:86",
  fields: { settings },
  examples: [{ type: "settings_response", settings: { language: "en", theme: "dark" } }],
});

export const save_settings = message({
  description: "Replaces the sender's settings.",
  source: "flowork.md:66",
  fields: { ...job, settings },
  examples: [signed({ type: "save_settings", settings: { language: "id", theme: "dark" } })],
});
