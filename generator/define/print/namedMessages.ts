import { DefinitionError, DefinitionErrors, type Listing } from "../definitionError.ts";
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
  readonly #clashes: DefinitionError[] = [];
  readonly #unlisted = new Map<MessageDefinition, DefinitionError>();

  constructor(protocol: ProtocolDefinition) {
    const found = new Map<string, NamedMessage>();
    for (const from of ["client", "server"] as const) {
      for (const [index, group] of groupsOf(protocol[from]).entries()) this.#addGroup(found, group, from, index);
    }
    this.all = [...found.values()];
  }

  /** The name of a message that a reply, stream or other rule speaks of; empty, and noted, where it has none. */
  nameOf(definition: MessageDefinition, where: string): string {
    const name = this.#names.get(definition);
    if (name === undefined && !this.#unlisted.has(definition)) this.#unlisted.set(definition, unlisted(definition, where));
    return name ?? "";
  }

  /** The names of several messages. */
  namesOf(definitions: readonly MessageDefinition[], where: string): string[] {
    return definitions.map((definition) => this.nameOf(definition, where));
  }

  /** Throws all that was noted: names that clash, and messages without a name. */
  refuse(): void {
    const noted = [...this.#clashes, ...this.#unlisted.values()];
    if (noted.length > 0) throw new DefinitionErrors(noted);
  }

  #addGroup(found: Map<string, NamedMessage>, group: FrameGroup, from: "client" | "server", index: number): void {
    for (const [name, definition] of Object.entries(group.messages)) {
      const listing = { side: from, group: index, word: name };
      this.#name(listing, definition);
      const known = found.get(name);
      if (known === undefined) found.set(name, { name, key: componentKey(name), definition, group, from: [from] });
      else if (known.definition !== definition || known.from.includes(from)) this.#clashes.push(duplicate(listing, group));
      else found.set(name, { ...known, from: [...known.from, from] });
    }
  }

  #name(listing: Listing, definition: MessageDefinition): void {
    const name = listing.word;
    const known = this.#names.get(definition);
    if (known === undefined) this.#names.set(definition, name);
    else if (known !== name) this.#clashes.push(twoNames(listing, known));
  }
}

function twoNames(listing: Listing, known: string): DefinitionError {
  const text = `one message stands under two names, ${known} and ${listing.word}; write it as two`;
  return new DefinitionError("duplicate-message", { listing }, text);
}

/** Frames that say the same constant may be two messages, one a side: the name and the constant are not one thing. */
function duplicate(listing: Listing, { kind }: FrameGroup): DefinitionError {
  const name = JSON.stringify(listing.word);
  const text = `two messages are named ${listing.word}; one name stands for one message, in both directions`;
  const wayOut =
    kind === "constant"
      ? `list one under another name, and say constant: ${name} in its message({ … })`
      : "give one another name";
  return new DefinitionError("duplicate-message", { listing }, `${text}: ${wayOut}`);
}

function unlisted(definition: MessageDefinition, rule: string): DefinitionError {
  const { description } = definition.options;
  const text = `${rule} speaks of a message that neither side sends; list it under client or server`;
  return new DefinitionError(
    "unlisted-message",
    { mention: { rule, description } },
    `${text} (it is described as "${description.slice(0, 60)}")`,
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
