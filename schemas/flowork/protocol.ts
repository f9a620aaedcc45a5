import { byShape, byType, errorMessage, inside, protocol, reply, Type, websocket } from "wirepact/define";
import { Auth, wallet } from "./auth.ts";
import { components_list_response, request_components_list } from "./components.ts";
import {
  CONNECTION_STATUS_UPDATE,
  engine_status_update,
  log,
  MANUAL_APPROVAL_REQUESTED,
  NODE_EXECUTION_METRIC,
  SHOW_DEBUG_POPUP,
  workflow_status_update,
} from "./events.ts";
import { directory_list_response, drives_list_response, request_directory_list, request_drives } from "./files.ts";
import { notes } from "./notes.ts";
import {
  delete_preset,
  load_preset,
  load_preset_response,
  presets_list_response,
  request_presets_list,
  save_preset,
} from "./presets.ts";
import { scenarios } from "./scenarios.ts";
import { request_settings, save_settings, settings_response } from "./settings.ts";
import { acknowledged, refused } from "./undiscriminated.ts";
import { delete_variable, request_variables, update_variable, variables_response } from "./variables.ts";
import {
  connection_history_response,
  execute_workflow,
  pause_workflow,
  request_connection_history,
  resume_workflow,
  stop_workflow,
} from "./workflow.ts";

export default protocol("flowork", {
  title: "Flowork",
  version: "1.0.0",
  description: "Drives a workflow engine: run workflows, follow them, and keep presets, settings and variables.",
  endpoint: websocket("/", {
    host: "socket.flowork.cloud",
    secure: true,
    query: { engineId: Type.String({ description: "The engine to talk to; must be that engine's own FLOWORK_ENGINE_ID." }) },
    refusals: [{ close: 1008, when: "engineId is missing or is not this engine's" }],
    credentials: { wallet },
    settings: ["The address: a GUI takes it from VITE_LOCAL_ENGINE_WS_URL, which need not be the documented host."],
  }),
  client: inside(
    "payload",
    { auth: Auth },
    byType({
      execute_workflow,
      request_drives,
      request_directory_list,
      stop_workflow,
      pause_workflow,
      resume_workflow,
      request_components_list,
      request_presets_list,
      load_preset,
      save_preset,
      delete_preset,
      request_settings,
      save_settings,
      request_variables,
      update_variable,
      delete_variable,
      request_connection_history,
    }),
  ),
  server: [
    byType({
      engine_status_update,
      drives_list_response,
      directory_list_response,
      components_list_response,
      presets_list_response,
      load_preset_response,
      settings_response,
      variables_response,
      connection_history_response,
      log,
      workflow_status_update,
      NODE_EXECUTION_METRIC,
      CONNECTION_STATUS_UPDATE,
      SHOW_DEBUG_POPUP,
      MANUAL_APPROVAL_REQUESTED,
    }),
    byShape({ refused, acknowledged }),
  ],
  replies: [
    reply(request_drives).with(drives_list_response).orError(refused),
    reply(request_directory_list).with(directory_list_response).orError(refused).matching("/payload/path", "/path"),
    reply(request_components_list)
      .with(components_list_response)
      .orError(refused)
      .matching("/payload/component_type", "/component_type"),
    reply(request_presets_list).with(presets_list_response).orError(refused),
    reply(load_preset).with(load_preset_response).orError(refused).matching("/payload/name", "/name"),
    reply(request_settings).with(settings_response).orError(refused),
    reply(request_variables).with(variables_response).orError(refused),
    reply(request_connection_history)
      .with(connection_history_response)
      .orError(refused)
      .matching("/payload/job_id", "/job_id")
      .matching("/payload/connection_id", "/connection_id"),
    reply(execute_workflow).with(acknowledged).orError(refused),
    reply(stop_workflow).with(acknowledged).orError(refused),
    reply(pause_workflow).with(acknowledged).orError(refused),
    reply(resume_workflow).with(acknowledged).orError(refused),
    reply(save_preset).with(acknowledged).orError(refused),
    reply(delete_preset).with(acknowledged).orError(refused),
    reply(save_settings).with(acknowledged).orError(refused),
    reply(update_variable).with(acknowledged).orError(refused),
    reply(delete_variable).with(acknowledged).orError(refused),
  ],
  errors: errorMessage(refused, "error"),
  scenarios,
  notes,
});
