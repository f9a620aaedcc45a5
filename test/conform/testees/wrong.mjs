// A codec of nodetool as it should be, but for one mistake of those that people make: node wrong.mjs MISTAKE
import { createInterface } from "node:readline";
import { decode } from "@msgpack/msgpack";
import { parseClientMessage, parseServerMessage } from "@wirepact/nodetool";
import { decodeJson, encodeBytes, FrameError, readPointer } from "@wirepact/runtime";
import { decodeMsgpack, encodeMsgpack } from "@wirepact/runtime/msgpack";

const parse = { client: parseClientMessage, server: parseServerMessage };
const other = { client: "server", server: "client" };

const RIGHT = {
  validate({ from, frame }) {
    const read = parse[from](frame);
    return read.ok ? { ok: true, message: read.message } : refusal(read.error);
  },
  decode({ text, hex }) {
    const decoded = text === undefined ? decodeMsgpack(Buffer.from(hex, "hex")) : decodeJson(text);
    return decoded instanceof FrameError ? refusal(decoded) : { ok: true, frame: encodeBytes(decoded.frame) };
  },
  encode({ from, encoding, frame }) {
    const { value } = parse[from](frame);
    if (encoding === "json") return { ok: true, text: JSON.stringify(encodeBytes(value)) };
    return { ok: true, hex: hexOf(value) };
  },
  session: () => ({ ok: true }),
};

/** A validator that knows nothing of some keywords. */
const without = (...keywords) => ({
  validate(request) {
    const told = RIGHT.validate(request);
    if (told.ok || told.message === null) return told;
    const errors = told.errors.filter(({ code }) => !keywords.includes(code));
    return errors.length === 0 ? { ok: true, message: told.message } : { ...told, errors };
  },
});

const MISTAKES = {
  "ignores closed sets": without("enum", "const"),
  "ignores what is required": without("required"),
  "ignores types": without("type"),
  "takes null for nothing": {
    validate(request) {
      const told = RIGHT.validate(request);
      const isNull = ({ path, code }) => code === "type" && readPointer(request.frame, path).value === null;
      return told.ok || told.message === null || !told.errors.every(isNull) ? told : { ok: true, message: told.message };
    },
  },
  "refuses what it does not know": {
    validate(request) {
      if (!JSON.stringify(request.frame).includes("-too")) return RIGHT.validate(request);
      return { ok: false, message: RIGHT.validate(request).message ?? null, errors: [] };
    },
  },
  "takes messages of either side": {
    validate(request) {
      const told = RIGHT.validate(request);
      return told.ok
        ? told
        : RIGHT.validate({
            ...request,
            from: told.errors.some(({ code }) => code === "wrong-direction") ? other[request.from] : request.from,
          });
    },
  },
  "takes what is unknown for an error": {
    validate(request) {
      const told = RIGHT.validate(request);
      return told.ok || told.message !== null ? told : { ...told, message: "error" };
    },
  },
  "tells the parent of what is missing": {
    validate(request) {
      const { errors, ...told } = RIGHT.validate(request);
      const parent = ({ path, code }) => ({ path: code === "required" ? path.replace(/\/[^/]*$/, "") : path, code });
      return errors === undefined ? told : { ...told, errors: errors.map(parent) };
    },
  },
  "tells no codes but its own": {
    validate(request) {
      const { errors, ...told } = RIGHT.validate(request);
      return errors === undefined ? told : { ...told, errors: errors.map(({ path }) => ({ path, code: "E_INVALID" })) };
    },
  },
  "reads JavaScript for JSON": {
    decode({ text, hex }) {
      if (text === undefined) return RIGHT.decode({ hex });
      try {
        return { ok: true, frame: new Function(`return (${text})`)() };
      } catch {
        return { ok: false };
      }
    },
  },
  "reads the first value of several": {
    decode: ({ text, hex }) => RIGHT.decode(text === "{}{}" ? { text: "{}" } : { text, hex }),
  },
  "reads long numbers as texts": {
    decode(request) {
      if (request.hex === undefined) return RIGHT.decode(request);
      const told = RIGHT.decode(request);
      if (!told.ok) return told;
      const frame = decode(Buffer.from(request.hex, "hex"), { useBigInt64: true });
      return {
        ok: true,
        frame: JSON.parse(JSON.stringify(encodeBytes(frame), (_, value) => (typeof value === "bigint" ? String(value) : value))),
      };
    },
  },
  "writes base64 for bytes": {
    encode: (request) => (request.encoding === "json" ? RIGHT.encode(request) : { ok: true, hex: hexOf(request.frame) }),
  },
  "writes no nulls": {
    encode: (request) =>
      RIGHT.encode({ ...request, frame: JSON.parse(JSON.stringify(request.frame), (_, value) => value ?? undefined) }),
  },
  "drops what it does not know": {
    encode: ({ frame, ...request }) =>
      RIGHT.encode({ ...request, frame: Object.fromEntries(Object.entries(frame).filter(([name]) => !name.endsWith("-too"))) }),
  },
  "judges no sessions, and says it does": { session: () => ({ ok: true }) },
  "refuses every session": { session: () => ({ ok: false, step: 0 }) },
};

const mistake = MISTAKES[process.argv[2]] ?? {};
const DO = { ...RIGHT, ...mistake };
const does = ["validate", "errors", "decode", "encode", ...("session" in mistake ? ["session"] : [])];

function hexOf(value) {
  return Buffer.from(encodeMsgpack(value)).toString("hex");
}

function refusal({ messageName, issues }) {
  return { ok: false, message: messageName, errors: issues.map(({ path, code }) => ({ path, code })) };
}

for await (const line of createInterface({ input: process.stdin })) {
  const { do: what, id, ...request } = JSON.parse(line);
  if (what === "stop") break;
  console.log(JSON.stringify(what === "start" ? { ok: true, implementation: "wrong", does } : { id, ...DO[what](request) }));
}
