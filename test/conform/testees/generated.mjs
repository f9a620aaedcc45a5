// A testee made of a generated package, the runtime's codecs and, since packages judge no sessions, our monitor: node generated.mjs panel
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { decodeJson, encodeBytes, FrameError } from "@wirepact/runtime";
import { decodeMsgpack, encodeMsgpack } from "@wirepact/runtime/msgpack";

import { loadContract } from "../../../dist/generator/cli/pipeline.js";
import { createMonitor } from "../../../dist/generator/monitor/sessionMonitor.js";
import { firstBreach } from "../../../dist/generator/session/firstBreach.js";

const protocol = process.argv[2];
const root = fileURLToPath(new URL("../../../", import.meta.url));
const { contract } = await loadContract({ kind: "module", folder: `${root}schemas/${protocol}` }, { root });

const { parseClientMessage, parseServerMessage } = await import(`@wirepact/${protocol}`);
const parse = { client: parseClientMessage, server: parseServerMessage };

const DOES = {
  start: () => ({
    ok: true,
    implementation: `generated ${protocol}`,
    does: ["validate", "errors", "decode", "encode", "session"],
  }),
  validate: ({ from, frame }) => verdictOf(parse[from](frame)),
  decode: ({ encoding, text, hex }) => {
    const decoded = encoding === "json" ? decodeJson(text) : decodeMsgpack(Buffer.from(hex, "hex"));
    return decoded instanceof FrameError ? refusal(decoded) : { ok: true, frame: encodeBytes(decoded.frame) };
  },
  encode: ({ from, encoding, frame }) => {
    const read = parse[from](frame);
    if (!read.ok) return refusal(read.error);
    if (encoding === "json") return { ok: true, text: JSON.stringify(encodeBytes(read.value)) };
    return { ok: true, hex: Buffer.from(encodeMsgpack(read.value)).toString("hex") };
  },
  session: ({ steps }) => {
    const breach = firstBreach(createMonitor(contract, { reader: parse }), steps);
    if (breach === undefined) return { ok: true };
    return { ok: false, step: breach.step, rules: breach.violations.map(({ rule }) => rule) };
  },
};

function verdictOf(read) {
  return read.ok ? { ok: true, message: read.message } : refusal(read.error);
}

function refusal({ messageName, issues }) {
  return { ok: false, message: messageName, errors: issues.map(({ path, code }) => ({ path, code })) };
}

for await (const line of createInterface({ input: process.stdin })) {
  const { do: what, id, ...request } = JSON.parse(line);
  if (what === "stop") break;
  console.log(JSON.stringify({ id, ...DOES[what](request) }));
}
