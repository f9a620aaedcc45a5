import { change, drop, move, server, twice } from "../edits.ts";
import type { Case } from "./case.ts";

const directories = "/operations/receive-request_directory_list/reply";

/** Broken sessions of flowork, and some that only look it. */
export const FLOWORK: readonly Case[] = [
  ["no acknowledgement", "stop-workflow", drop(2), ["1 unanswered /operations/receive-stop_workflow/reply"]],
  ["an acknowledgement too many", "stop-workflow", twice(2), ["3 reply /operations/receive-execute_workflow/reply"]],
  [
    "a directory that was not asked for",
    "request-directory-list",
    change(2, { path: "/elsewhere" }),
    [`2 reply-fields ${directories}`, `1 unanswered ${directories}`],
  ],
  [
    "drives for a directory",
    "request-directory-list",
    (steps) => [...steps.slice(0, 1), server({ type: "drives_list_response", drives: [] })],
    ["2 reply /operations/receive-request_drives/reply", `1 unanswered ${directories}`],
  ],
  ["two lists of components, answered the other way round", "request-components-list", move(4, 3), []],
];
