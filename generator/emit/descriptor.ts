import { compact } from "../json.ts";
import type { Contract, Message } from "../model/contract.ts";
import { type Code, code, join } from "./code.ts";
import { BANNER, type EmittedFile } from "./file.ts";

/** Emits `contract.js`: what the runtime needs to know of the protocol, as data. */
export function emitDescriptor(contract: Contract): EmittedFile[] {
  const { protocol, version, transport, discriminators } = contract;
  const text = code`import { defineContract } from "@wirepact/runtime/codegen-v1";

/** The protocol as data: what dispatch and the stubs read. */
export const contract = defineContract({
  protocol: ${protocol},
  version: ${version},
  transport: ${transport},
  discriminators: ${{ client: discriminators.client, server: discriminators.server }},
  messages: [
${join(orderShapes(contract.messages).map(printMessage), "")}  ],
});
`;
  const types = code`import type { ContractDescriptor } from "@wirepact/runtime/codegen-v1";

/** The protocol as data: what dispatch and the stubs read. */
export declare const contract: ContractDescriptor;
`;
  return [
    { path: "contract.js", text: `${BANNER}\n${text.text}` },
    { path: "contract.d.ts", text: `${BANNER}\n${types.text}` },
  ];
}

function printMessage({ name, from, match, variants, bytes }: Message): Code {
  const places = bytes.length > 0 ? bytes : undefined;
  const facts = compact({
    name,
    from,
    match: { ...match },
    variants: variants === null ? undefined : { ...variants },
    bytes: places,
  });
  return code`    ${facts},\n`;
}

/** A shape that requires more is tried before one that requires less, so that none hides another. */
export function orderShapes(messages: readonly Message[]): readonly Message[] {
  return [...messages].sort((a, b) => weight(b) - weight(a));
}

function weight({ match }: Message): number {
  return match.kind === "shape" ? match.required.length : Number.MAX_SAFE_INTEGER;
}
