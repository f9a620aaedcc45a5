// A testee made of a generated package and the runtime's codecs: node generated.mjs panel
import { createInterface } from "node:readline";
import { decodeJson, encodeBytes, FrameError } from "@wirepact/runtime";
import { decodeMsgpack, encodeMsgpack } from "@wirepact/runtime/msgpack";

const { parseClientMessage, parseServerMessage } = await import(`@wirepact/${process.argv[2]}`);
const parse = { client: parseClientMessage, server: parseServerMessage };

const DOES = {
  start: () => ({ ok: true, implementation: `generated ${process.argv[2]}`, does: ["validate", "errors", "decode", "encode"] }),
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
