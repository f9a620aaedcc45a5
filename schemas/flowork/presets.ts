import { anyObject, message, nullable, Type } from "wirepact/define";
import { signed } from "./auth.ts";
import { job, sampleWorkflow, WorkflowData } from "./shapes.ts";

const name = Type.String({ description: "The preset's name, unique per owner." });

export const request_presets_list = message({
  description: "Asks for the sender's presets.",
  source: "flowork.md:61",
  fields: { ...job },
  examples: [signed({ type: "request_presets_list" })],
});

export const presets_list_response = message({
  description: "Answers request_presets_list.",
  source: "flowork.md:84",
  fields: { presets: Type.Array(anyObject(), { description: "The presets, without their workflows." }) },
  examples: [{ type: "presets_list_response", presets: [{ name: "Daily report" }] }],
});

export const load_preset = message({
  description: "Asks for the workflow of a preset, one's own or a shared one.",
  source: "flowork.md:62",
  fields: {
    ...job,
    name,
    owner_id: Type.Optional(
      nullable(Type.String(), { description: "The owner's address, for a shared preset; null or absent for one's own." }),
    ),
  },
  examples: [
    signed({ type: "load_preset", name: "Daily report" }),
    signed({ type: "load_preset", name: "Shared report", owner_id: "0x70997970C51812dc3A010C7d01b50e0d17dc79C8" }),
    signed({ type: "load_preset", name: "Missing", owner_id: null }),
  ],
});

export const load_preset_response = message({
  description: "Answers load_preset.",
  source: "flowork.md:85",
  fields: { name, workflow_data: nullable(WorkflowData, { description: "The workflow; null where there is no such preset." }) },
  examples: [
    { type: "load_preset_response", name: "Daily report", workflow_data: sampleWorkflow },
    { type: "load_preset_response", name: "Shared report", workflow_data: sampleWorkflow },
    { type: "load_preset_response", name: "Missing", workflow_data: null },
  ],
});

export const save_preset = message({
  description: "Saves a workflow as a preset of the sender.",
  source: "flowork.md:63",
  fields: {
    ...job,
    name,
    workflow_data: WorkflowData,
    signature: Type.String({
      description: 'The sender\'s `personal_sign` of the key-sorted JSON of `{"workflow_data": ...}`, apart from that in `auth`.',
    }),
  },
  examples: [
    signed({
      type: "save_preset",
      name: "Daily report",
      workflow_data: sampleWorkflow,
      signature:
        "0xc19987da3f58a51fb2cb711292a6ae9232bf185b07bfdafe916b729d16685ba1501b27059d6bb78fcf24b3e9af5711d17925ede4555d2eeb7cbf0b1b285c3c881b",
    }),
  ],
});

export const delete_preset = message({
  description: "Deletes a preset of the sender.",
  source: "flowork.md:64",
  fields: { ...job, name },
  examples: [signed({ type: "delete_preset", name: "Daily report" })],
});
