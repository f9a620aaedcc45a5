// A testee of panel that is as it should be, but for one fault: node hostile.mjs FAULT
import { spawn } from "node:child_process";
import { closeSync, writeSync } from "node:fs";
import { createInterface } from "node:readline";
import { parseClientMessage, parseServerMessage } from "@wirepact/panel";

const fault = process.argv[2];
/** The fixture at which it goes wrong. */
const TARGET = "panel/PING/full";
const parse = { client: parseClientMessage, server: parseServerMessage };
const DOES = ["validate", "errors", "decode", "encode"];

const FAULTS = {
  "start-crash": { start: () => end("no module named panel", 3) },
  "start-hang": { start: () => undefined },
  "start-garbage": { start: () => say("Hello from testee 1.0!") },
  "start-refused": { start: () => tell({ ok: false }) },
  hang: { target: () => undefined },
  crash: { target: () => end("Traceback: \u001b[31mKeyError\u001b[0m", 7) },
  "quiet-end": { target: () => process.exit(0) },
  killed: { target: () => process.kill(process.pid, "SIGKILL") },
  garbage: { target: () => say("<html>") },
  list: { target: () => say("[]") },
  shapeless: { target: ({ id }) => tell({ id, ok: "yes" }) },
  "bad-errors": { target: ({ id }) => tell({ id, ok: false, message: null, errors: ["type"] }) },
  deep: { target: ({ id }) => say(`{"id":"${id}","ok":true,"message":${"[".repeat(1e6)}${"]".repeat(1e6)}}`) },
  "no-id": { target: () => tell({ ok: true, message: "PING" }) },
  "other-id": { target: () => tell({ id: "panel/PONG/full", ok: true, message: "PING" }) },
  twice: { target: (request) => [answer(request), answer(request)] },
  "endless-line": { target: () => flood(1, "x".repeat(65536)) },
  "endless-lines": { target: () => flood(1, `${"x".repeat(999)}\n`) },
  "endless-errors": { target: () => flood(2, `${"x".repeat(999)}\n`) },
  "close-output": { target: () => closeSync(1) },
  "close-input": { target: () => process.stdin.destroy() },
  "ignore-stop": { stop: () => setInterval(() => {}, 1000) },
  "stop-status": { stop: () => end("could not save", 5) },
  "stop-flood": { stop: () => flood(1, `${"x".repeat(999)}\n`) },
  "leave-child": { start: () => tell({ ok: true, implementation: String(leaveChild()), does: DOES }) },
  "does-nothing": { start: () => tell({ ok: true, implementation: "lazy", does: [] }) },
  interrupts: { target: () => process.kill(process.ppid, "SIGINT") },
  "tells-much": {
    start: () => tell({ ok: true, implementation: "x".repeat(1e6), does: [...DOES, "y".repeat(1e6)] }),
    target: ({ id }) =>
      tell({ id, ok: false, message: "z".repeat(1e6), errors: [{ path: "w".repeat(1e6), code: "v".repeat(1e6) }] }),
  },
  skips: { target: ({ id }) => tell({ id, skip: "not yet" }) },
};

const DO = {
  validate: ({ from, frame }) => verdictOf(parse[from](frame)),
  decode: ({ text }) => {
    try {
      return { ok: true, frame: JSON.parse(text) };
    } catch {
      return { ok: false, message: null, errors: [{ path: "", code: "parse-error" }] };
    }
  },
  encode: ({ frame }) => ({ ok: true, text: JSON.stringify(frame) }),
};

const request = FAULTS[fault] ?? {};

for await (const line of createInterface({ input: process.stdin })) {
  const asked = JSON.parse(line);
  const act =
    asked.do === "start" ? request.start : asked.do === "stop" ? request.stop : asked.id === TARGET ? request.target : undefined;
  if (act !== undefined) act(asked);
  else if (asked.do === "stop") process.exit(0);
  else answer(asked);
}
// Its input is closed; whoever ignores that runs on.

function answer(asked) {
  if (asked.do === "start") return tell({ ok: true, implementation: "hostile", does: DOES });
  tell({ id: asked.id, ...DO[asked.do](asked) });
}

function verdictOf(read) {
  if (read.ok) return { ok: true, message: read.message };
  return { ok: false, message: read.error.messageName, errors: read.error.issues.map(({ path, code }) => ({ path, code })) };
}

function tell(value) {
  say(JSON.stringify(value));
}

function say(text) {
  writeSync(1, `${text}\n`);
}

function end(words, status) {
  writeSync(2, words);
  process.exit(status);
}

function flood(stream, text) {
  for (;;) {
    try {
      writeSync(stream, text);
    } catch (error) {
      // The pipe is full for the moment.
      if (error.code !== "EAGAIN") throw error;
    }
  }
}

/** Something that it has started holds on to its pipes, and outlives it. */
function leaveChild() {
  return spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "inherit" }).pid;
}
