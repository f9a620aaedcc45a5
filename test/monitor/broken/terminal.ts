import { change, drop, server } from "../edits.ts";
import type { Case } from "./case.ts";

const executes = "/operations/receive-execute_code/reply";

/** Broken sessions of terminal, and some that only look it. */
export const TERMINAL: readonly Case[] = [
  ["no greeting", "hello-world", drop(1), ["2 opening /x-wirepact/opening"]],
  ["no result", "hello-world", drop(3), [`2 unanswered ${executes}`]],
  [
    "a result of another session",
    "hello-world",
    change(3, { sessionId: "other" }),
    [`3 reply-fields ${executes}`, `2 unanswered ${executes}`],
  ],
  [
    "the results of two pairs, swapped",
    "usage-example",
    (steps) => [...steps.slice(0, 2), steps[4] ?? server({}), ...steps.slice(3, 4), steps[2] ?? server({})],
    ["3 reply /operations/receive-terminal_command/reply", "4 unanswered /operations/receive-terminal_command/reply"],
  ],
  ["a result that nobody asked for", "hello-world", drop(2), [`2 reply ${executes}`]],
];
