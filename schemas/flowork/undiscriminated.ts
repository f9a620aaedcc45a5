import { message, Type } from "wirepact/define";

export const refused = message({
  description: "The engine did not carry out a frame: it is no JSON, lacks its proof, or failed. The socket stays open.",
  source: "flowork.md:43",
  fields: { error: Type.String({ description: "Why, for people." }) },
  examples: [{ error: "the signature is not that of the address" }, { error: "the frame is no JSON" }],
});

export const acknowledged = message({
  description: "Answers a command that has no response of its own.",
  source: "flowork.md:54",
  fields: { status: Type.String({ description: "What was done, for people." }) },
  examples: [{ status: "workflow started" }, { status: "settings saved" }],
});
