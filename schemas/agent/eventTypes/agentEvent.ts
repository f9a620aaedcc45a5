import { variants } from "wirepact/define";
import { using_composite_tool } from "./compositeTools.ts";
import { pattern_execution_complete, pattern_execution_start, pattern_step, pattern_step_complete } from "./patterns.ts";
import { plan_complete, planning_query } from "./planning.ts";
import { complete, synthesizing_response } from "./response.ts";
import { no_tool_found, orphans_cleaned, searching, tool_found, tool_mismatch } from "./toolDiscovery.ts";
import { executing, execution_complete, execution_failed, execution_skipped } from "./toolExecution.ts";
import {
  entering_synthesis_mode,
  synthesis_failed,
  synthesis_step,
  synthesis_successful,
  tool_experimental_warning,
} from "./toolSynthesis.ts";
import {
  multi_tool_workflow,
  using_workflow_pattern,
  workflow_complete,
  workflow_needs_synthesis,
  workflow_retry,
  workflow_start,
  workflow_step,
  workflow_step_complete,
  workflow_step_executing,
  workflow_step_failed,
  workflow_step_needs_synthesis,
  workflow_step_synthesizing,
  workflow_step_tool_found,
} from "./workflows.ts";

/** The body of agent_event: 36 event types in the document's order. */
export const agentEvent = variants("event_type", {
  orphans_cleaned,
  searching,
  tool_found,
  tool_mismatch,
  no_tool_found,
  entering_synthesis_mode,
  synthesis_step,
  synthesis_successful,
  tool_experimental_warning,
  synthesis_failed,
  executing,
  execution_complete,
  execution_failed,
  execution_skipped,
  synthesizing_response,
  complete,
  planning_query,
  plan_complete,
  using_composite_tool,
  using_workflow_pattern,
  multi_tool_workflow,
  workflow_start,
  workflow_step,
  workflow_step_tool_found,
  workflow_step_executing,
  workflow_step_complete,
  workflow_step_failed,
  workflow_step_needs_synthesis,
  workflow_step_synthesizing,
  workflow_complete,
  workflow_needs_synthesis,
  workflow_retry,
  pattern_execution_start,
  pattern_step,
  pattern_step_complete,
  pattern_execution_complete,
});

/** The bodies that the document itself shows, in its order. */
export const documentedEvents = [
  orphans_cleaned,
  tool_found,
  synthesis_step,
  plan_complete,
  using_composite_tool,
  workflow_start,
  workflow_complete,
].flatMap(({ examples }) => examples.slice(0, 1));
