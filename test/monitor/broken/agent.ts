import { after, change, client, drop, move, server, twice } from "../edits.ts";
import type { Case } from "./case.ts";

const query = client({ event: "query", data: { prompt: "and now?", session_id: "session-9" } });
const streams = "/x-wirepact/streams/0";

/** Broken sessions of agent, and some that only look it. */
export const AGENT: readonly Case[] = [
  ["no greeting", "query", drop(1), ["2 opening /x-wirepact/opening"]],
  [
    "the greeting as the document writes it",
    "query",
    (steps) => [server({ event: "connect", data: { data: "Connected" } }), ...steps.slice(1)],
    [],
  ],
  [
    "progress without a query",
    "query",
    drop(2),
    [
      ...Array.from({ length: 9 }, (_, index) => `${index + 2} stream ${streams}`),
      `11 stream ${streams}/after`,
      `12 stream ${streams}/after`,
    ],
  ],
  ["progress after the end", "query", move(10, 11), [`11 stream ${streams}`]],
  ["two ends", "query", twice(11), [`12 stream ${streams}`]],
  [
    "no end, but what follows it",
    "query",
    drop(11),
    [`11 stream ${streams}/after`, `12 stream ${streams}/after`, `2 unanswered ${streams}/ends`],
  ],
  ["neither end nor what follows it", "query", drop(11, 12, 13), [`2 unanswered ${streams}/ends`]],
  ["what follows the end, before it", "error", move(6, 4), [`4 stream ${streams}/after`, `5 stream ${streams}/after`]],
  ["what follows the end, twice", "error", twice(6), [`7 stream ${streams}/after`]],
  ["what follows the end never comes", "error", drop(6), [`4 stream ${streams}/after`]],
  ["a second query while one runs", "query", after(3, query), [`4 stream ${streams}/concurrent`, `4 unanswered ${streams}/ends`]],
  [
    "the end of another session's query",
    "query",
    change(11, {
      data: {
        success: true,
        response: "",
        metadata: { tool_name: "", synthesized: false, tool_result: "" },
        session_id: "other",
      },
    }),
    [`11 stream ${streams}`, `12 stream ${streams}/after`, `13 stream ${streams}/after`, `2 unanswered ${streams}/ends`],
  ],
  ["an unknown kind of progress", "query", change(3, { data: { event_type: "dancing", data: {} } }), ["3 frame "]],
];
