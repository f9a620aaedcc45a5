import { DefinitionError, type Listing } from "../definitionError.ts";
import type { FrameGroup, Frames } from "../frames.ts";
import type { MessageDefinition } from "../message.ts";
import type { ProtocolDefinition } from "../protocol.ts";
import { componentKey } from "./componentKey.ts";

/** A message with the name, the place and the directions that the protocol gives it. */
export interface NamedMessage {
  readonly name: string;
  /** Its key in the document's components and channel. */
  readonly key: string;
  readonly definition: MessageDefinition;
  readonly group: FrameGroup;
  readonly from: readonly ("client" | "server")[];
}

/** The messages of a protocol in the order in which it lists them, and who is who. */
export class NamedMessages {
  readonly all: readonly NamedMessage[];
  readonly #names = new Map<MessageDefinition, string>();

  constructor(protocol: ProtocolDefinition) {
    const found = new Map<string, NamedMessage>();
    for (const from of ["client", "server"] as const) {
      for (const [index, group] of groupsOf(protocol[from]).entries()) this.#addGroup(found, group, from, index);
    }
    this.all = [...found.values()];
  }

  /** The name of a message that a reply, stream or other rule speaks of. */
  nameOf(definition: MessageDefinition, where: string): string {
    const name = this.#names.get(definition);
    if (name !== undefined) return name;
    const text = `${where} speaks of a message that neither side sends; list it under client or server`;
    throw new DefinitionError(
      "unlisted-message",
      { pointer: `/${where}` },
      `${text} (it is described as "${definition.options.description.slice(0, 60)}")`,
    );
  }

  /** The names of several messages. */
  namesOf(definitions: readonly MessageDefinition[], where: string): string[] {
    return definitions.map((definition) => this.nameOf(definition, where));
  }

  #addGroup(found: Map<string, NamedMessage>, group: FrameGroup, from: "client" | "server", index: number): void {
    for (const [name, definition] of Object.entries(group.messages)) {
      this.#name({ side: from, group: index, word: name }, definition);
      const known = found.get(name);
      if (known === undefined) found.set(name, { name, key: componentKey(name), definition, group, from: [from] });
      else if (known.definition !== definition || known.from.includes(from))
        throw duplicate({ side: from, group: index, word: name });
      else found.set(name, { ...known, from: [...known.from, from] });
    }
  }

  #name(listing: Listing, definition: MessageDefinition): void {
    const name = listing.word;
    const known = this.#names.get(definition);
    if (known !== undefined && known !== name) {
      throw new DefinitionError(
        "duplicate-message",
        { listing },
        `one message stands under two names, ${known} and ${name}; write it as two`,
      );
    }
    this.#names.set(definition, name);
  }
}

function duplicate(listing: Listing): DefinitionError {
  return new DefinitionError(
    "duplicate-message",
    { listing },
    `two messages are named ${listing.word}; one name stands for one message, in both directions`,
  );
}

/** The groups of one side, whether it has one or several. */
function groupsOf(frames: Frames): readonly FrameGroup[] {
  return Array.isArray(frames) ? frames : [frames as FrameGroup];
}

/** The names of the messages without a discriminator, as listed: the order in which readers try them, where there are several. */
export function shapesOf(protocol: ProtocolDefinition): string[] | undefined {
  const groups = [...groupsOf(protocol.client), ...groupsOf(protocol.server)].filter(({ kind }) => kind === "shape");
  const names = [...new Set(groups.flatMap(({ messages }) => Object.keys(messages)))];
  return names.length > 1 ? names : undefined;
}

/** The discriminators of one side in the order in which readers look for them. */
export function discriminatorsOf(frames: Frames): string[] {
  const used = groupsOf(frames).filter((group) => Object.keys(group.messages).length > 0);
  const pointers = used.map((group) => group.discriminator);
  return [...new Set(pointers.filter((pointer) => pointer !== ""))];
}
