import { closed, open, Type } from "wirepact/define";
import { eventType } from "./eventType.ts";
import { error, tool_name } from "./fields.ts";

const steps = ["specification", "tests", "implementation", "verification", "registration"] as const;

const step = closed(steps, {
  description:
    "Where the synthesis is: the function's specification, its pytest suite, its code, the run in a Docker sandbox, or its entry in the registry.",
});

export const entering_synthesis_mode = eventType("EnteringSynthesisMode", {
  description: "The agent is about to make a new tool.",
  source: "agent.md:300",
  examples: [{ event_type: "entering_synthesis_mode", data: {} }],
});

export const synthesis_step = eventType("SynthesisStep", {
  description: "One of the five steps of a synthesis began, ended or failed.",
  source: "agent.md:310",
  data: Type.Union([
    Type.Object(
      {
        step,
        status: closed(["in_progress", "complete"], { description: "Whether the step began or ended." }),
        error: Type.Optional(Type.Never({ description: "Only a failed step has one." })),
      },
      { description: "A step that began or ended." },
    ),
    Type.Object(
      { step, status: Type.Literal("failed", { description: "The step failed." }), error },
      { description: "A step that failed." },
    ),
  ]),
  examples: [
    { event_type: "synthesis_step", data: { step: "implementation", status: "in_progress" } },
    { event_type: "synthesis_step", data: { step: "implementation", status: "complete" } },
    { event_type: "synthesis_step", data: { step: "verification", status: "failed", error: "2 of 5 tests failed" } },
  ],
});

export const synthesis_successful = eventType("SynthesisSuccessful", {
  description: "The new tool is ready.",
  source: "agent.md:342",
  data: Type.Object({ tool_name }),
  examples: [{ event_type: "synthesis_successful", data: { tool_name: "calculate_average_sales" } }],
});

export const tool_experimental_warning = eventType("ToolExperimentalWarning", {
  description: "The new tool was registered although its tests failed, and is marked experimental.",
  source: "agent.md:354",
  data: Type.Object({ tool_name }),
  examples: [{ event_type: "tool_experimental_warning", data: { tool_name: "calculate_average_sales" } }],
});

export const synthesis_failed = eventType("SynthesisFailed", {
  description: "No tool came out of the synthesis.",
  source: "agent.md:366",
  data: Type.Object({ step: open(steps, { description: "The step that failed." }), error }),
  examples: [{ event_type: "synthesis_failed", data: { step: "verification", error: "2 of 5 tests failed" } }],
});
