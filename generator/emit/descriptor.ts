import type { ProtocolDescriptor } from "@wirepact/runtime";
import { isList, type Json, type JsonObject } from "../json.ts";
import type { Contract } from "../model/contract.ts";
import { descriptorOf } from "../model/descriptor.ts";
import { type Code, code, join, property } from "./code.ts";
import { BANNER, type EmittedFile } from "./file.ts";
import { layOut, layOutLines } from "./layout.ts";

/** Emits `contract.js`: what the runtime needs to know of the protocol, as data. */
export function emitDescriptor(contract: Contract): EmittedFile[] {
  const text = code`import { defineContract } from "@wirepact/runtime/codegen-v1";

/** The protocol as data: what dispatch and the stubs read. */
export const contract = /* @__PURE__ */ defineContract({
${join(Object.entries(asJson(descriptorOf(contract))).map(printFact), "")}});
`;
  const types = code`import type { ProtocolDescriptor } from "@wirepact/runtime/codegen-v1";

/** The protocol as data: what dispatch and the stubs read. */
export declare const contract: ProtocolDescriptor;
`;
  return [
    { path: "contract.js", text: `${BANNER}\n${text.text}` },
    { path: "contract.d.ts", text: `${BANNER}\n${types.text}` },
  ];
}

/** Lists of things stand one thing a line. */
function printFact([name, value]: readonly [string, Json]): Code {
  const printed = isList(value) ? layOutLines(value, "  ") : layOut(value, "  ");
  return code`  ${property(name)}: ${printed},\n`;
}

function asJson(descriptor: ProtocolDescriptor): JsonObject {
  // A descriptor is plain data; interfaces just do not say that they hold nothing else.
  return descriptor as unknown as JsonObject;
}
