import { type MessageOptions, named, Type } from "wirepact/define";

interface EventType {
  readonly description: string;
  readonly source: string;
  /** The schema of `data`; an empty object where absent. */
  readonly data?: Type.TSchema;
  /** Whole bodies of agent_event, the document's own first. */
  readonly examples: NonNullable<MessageOptions["examples"]>;
}

/** One event type: what an agent_event of it has beside `event_type`. */
export function eventType(name: string, { description, source, data = Type.Object({}), examples }: EventType) {
  const schema = Type.Object({ data }, { description, "x-wirepact": { source } });
  return { ...named(name, schema), examples };
}
