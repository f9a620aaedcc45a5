import { fromClient, fromServer, type MessageDefinition, scenario } from "wirepact/define";
import { signed } from "./auth.ts";
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
import {
  delete_preset,
  load_preset,
  load_preset_response,
  presets_list_response,
  request_presets_list,
  save_preset,
} from "./presets.ts";
import { request_settings, save_settings, settings_response } from "./settings.ts";
import { refused } from "./undiscriminated.ts";
import { delete_variable, request_variables, update_variable, variables_response } from "./variables.ts";
import {
  connection_history_response,
  execute_workflow,
  pause_workflow,
  request_connection_history,
  resume_workflow,
  stop_workflow,
} from "./workflow.ts";

/** The n-th example of a message, which the flows below are made of. */
function sample(message: MessageDefinition, n = 0) {
  const frame = message.options.examples?.[n];
  if (frame === undefined) throw new Error(`no sample ${n}`);
  return frame;
}

/** A request and its response. */
function pair(request: MessageDefinition, response: MessageDefinition, n = 0, m = n) {
  return [fromClient(sample(request, n)), fromServer(sample(response, m))];
}

/** A command and its acknowledgement. */
function done(command: MessageDefinition, status: string, n = 0) {
  return [fromClient(sample(command, n)), fromServer({ status })];
}

/** A frame whose address is not the signer's. */
const { auth, payload } = signed({ type: "request_settings" });
const forged = { auth: { ...auth, address: "0x70997970C51812dc3A010C7d01b50e0d17dc79C8" }, payload };

export const scenarios = [
  scenario("execute-workflow", { description: "A workflow runs to its end and reports on the way.", source: "flowork.md:54" }, [
    ...done(execute_workflow, "workflow started"),
    fromServer(sample(log, 1)),
    fromServer(sample(workflow_status_update)),
    fromServer(sample(CONNECTION_STATUS_UPDATE)),
    fromServer(sample(NODE_EXECUTION_METRIC)),
    fromServer(sample(log)),
    fromServer(sample(SHOW_DEBUG_POPUP)),
    fromServer(sample(NODE_EXECUTION_METRIC, 1)),
    fromServer(sample(workflow_status_update, 1)),
  ]),
  scenario(
    "simulate-workflow",
    { description: "A workflow is simulated.", source: "flowork.md:54" },
    done(execute_workflow, "workflow started", 1),
  ),
  scenario(
    "request-drives",
    { description: "The roots that may be browsed.", source: "flowork.md:55" },
    pair(request_drives, drives_list_response),
  ),
  scenario(
    "request-drives-failed",
    { description: "The roots cannot be listed.", source: "flowork.md:81" },
    pair(request_drives, drives_list_response, 0, 1),
  ),
  scenario(
    "request-directory-list",
    { description: "A directory's entries.", source: "flowork.md:56" },
    pair(request_directory_list, directory_list_response),
  ),
  scenario(
    "request-directory-list-failed",
    { description: "A directory that cannot be read.", source: "flowork.md:82" },
    pair(request_directory_list, directory_list_response, 1),
  ),
  scenario(
    "stop-workflow",
    { description: "The running workflow is ended.", source: "flowork.md:57" },
    done(stop_workflow, "workflow told to stop"),
  ),
  scenario("pause-and-resume", { description: "The running workflow is held, then goes on.", source: "flowork.md:58" }, [
    ...done(pause_workflow, "workflow told to pause"),
    ...done(resume_workflow, "workflow told to go on"),
  ]),
  scenario("request-components-list", { description: "Two kinds of components, asked for at once.", source: "flowork.md:60" }, [
    fromClient(sample(request_components_list)),
    fromClient(sample(request_components_list, 1)),
    fromServer(sample(components_list_response)),
    fromServer(sample(components_list_response, 1)),
  ]),
  scenario(
    "request-presets-list",
    { description: "The sender's presets.", source: "flowork.md:61" },
    pair(request_presets_list, presets_list_response),
  ),
  scenario(
    "load-preset",
    { description: "A preset of one's own.", source: "flowork.md:62" },
    pair(load_preset, load_preset_response),
  ),
  scenario(
    "load-shared-preset",
    { description: "A preset that its owner shares.", source: "flowork.md:62" },
    pair(load_preset, load_preset_response, 1),
  ),
  scenario(
    "load-missing-preset",
    { description: "A preset that does not exist.", source: "flowork.md:85" },
    pair(load_preset, load_preset_response, 2),
  ),
  scenario(
    "save-preset",
    { description: "A workflow is saved with its own signature.", source: "flowork.md:63" },
    done(save_preset, "preset saved"),
  ),
  scenario(
    "delete-preset",
    { description: "A preset is deleted.", source: "flowork.md:64" },
    done(delete_preset, "preset deleted"),
  ),
  scenario(
    "request-settings",
    { description: "The sender's settings.", source: "flowork.md:65" },
    pair(request_settings, settings_response),
  ),
  scenario(
    "save-settings",
    { description: "The settings are replaced.", source: "flowork.md:66" },
    done(save_settings, "settings saved"),
  ),
  scenario(
    "request-variables",
    { description: "The sender's variables.", source: "flowork.md:67" },
    pair(request_variables, variables_response),
  ),
  scenario(
    "update-variable",
    { description: "A secret variable is set.", source: "flowork.md:68" },
    done(update_variable, "variable set"),
  ),
  scenario(
    "delete-variable",
    { description: "A variable is deleted.", source: "flowork.md:69" },
    done(delete_variable, "variable deleted"),
  ),
  scenario(
    "request-connection-history",
    { description: "What went through a connection.", source: "flowork.md:70" },
    pair(request_connection_history, connection_history_response),
  ),
  scenario("engine-status", { description: "The engine tells its load.", source: "flowork.md:80" }, [
    fromServer(sample(engine_status_update)),
    fromServer(sample(engine_status_update, 1)),
  ]),
  scenario("manual-approval", { description: "A running workflow waits for a person.", source: "flowork.md:94" }, [
    ...done(execute_workflow, "workflow started"),
    fromServer(sample(MANUAL_APPROVAL_REQUESTED)),
  ]),
  scenario("refused", { description: "A frame whose signature does not hold is not carried out.", source: "flowork.md:43" }, [
    fromClient(forged),
    fromServer(sample(refused)),
  ]),
];
