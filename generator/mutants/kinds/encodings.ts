import { escapeStep } from "@wirepact/runtime";
import { getObject, getString, isObject } from "../../json.ts";
import type { Contract } from "../../model/contract.ts";
import { removed, replaced } from "../change.ts";
import type { Change } from "../mutant.ts";

const ENCODINGS = "/x-wirepact/encodings";

/** How frames travel: another encoding first, one less, one more, or set by other words. */
export function changeEncodings({ document, encodings, transport }: Contract): Change[] {
  if (transport !== "websocket") return [];
  const { text, binary, initial } = encodings;
  const written = {
    ...(text === null ? {} : { text }),
    ...(binary === null ? {} : { binary }),
    initial,
    ...getObject(getObject(document, "x-wirepact"), "encodings"),
  };
  const other = initial === "json" ? "msgpack" : "json";
  const as = (what: string, text: string, value: typeof written): Change => replaced(document, ENCODINGS, value, text, what);
  const only = { json: { text: "json", initial: "json" }, msgpack: { binary: "msgpack", initial: "msgpack" } } as const;
  return text !== null && binary !== null
    ? [
        as(`initial-${other}`, `a connection begins with ${other}`, { ...written, initial: other }),
        as("json-only", "no frame is MessagePack", only.json),
        as("msgpack-only", "no frame is JSON", only.msgpack),
        ...changeSwitch(document),
      ]
    : [
        as(`${other}-only`, `frames are ${other}`, only[other]),
        as("both", `frames may be ${other}, too`, { ...written, text: "json", binary: "msgpack" }),
      ];
}

function changeSwitch(document: Contract["document"]): Change[] {
  const words = getObject(getObject(getObject(document, "x-wirepact"), "encodings"), "switch");
  const message = getString(words, "message");
  const values = getObject(words, "values");
  if (message === undefined || !isObject(values)) return [];
  const place = `${ENCODINGS}/switch`;
  const turned = Object.fromEntries(
    Object.entries(values).map(([value, encoding]) => [value, encoding === "json" ? "msgpack" : "json"]),
  );
  return [
    removed(document, place, `${message} sets no encoding`),
    replaced(document, `${place}/values`, turned, `${message} sets the other encoding`, "turned"),
    ...Object.keys(values).map((value) =>
      removed(document, `${place}/values/${escapeStep(value)}`, `${message} with ${value} sets nothing`),
    ),
  ];
}
