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
${join(readingOrder(contract).map(printMessage), "")}  ],
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

function printMessage({ name, from, match, variants }: Message): Code {
  const facts = compact({
    name,
    from,
    match: { ...match },
    variants: variants === null ? undefined : { ...variants },
  });
  return code`    ${facts},\n`;
}

/** The messages as readers look for them: those with a discriminator, then shapes as the contract orders them. */
export function readingOrder({ messages, shapes }: Contract): readonly Message[] {
  const byName = new Map(messages.map((message) => [message.name, message]));
  return [...messages.filter(({ match }) => match.kind !== "shape"), ...shapes.flatMap((name) => byName.get(name) ?? [])];
}
