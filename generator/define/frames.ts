import { type TProperties, type TSchema, Type } from "typebox";
import type { MessageDefinition } from "./message.ts";
import { type Constant, withConstant } from "./schema.ts";

/** Messages by the name under which they stand in the contract. */
export type Messages = Readonly<Record<string, MessageDefinition>>;

/** How frames of one kind are built around their bodies, and told apart. */
export interface FrameGroup {
  readonly kind: "constant" | "shape" | "event" | "lifecycle";
  readonly messages: Messages;
  /** JSON Pointer to what tells these frames apart; empty for shapes. */
  readonly discriminator: string;
  /** JSON Pointer to where the body stands in the frame. */
  readonly body: string;
  /** Builds the frame's schema around the body of the message with this name. */
  readonly frame: (name: string, definition: MessageDefinition) => TSchema | undefined;
}

/** What one side may send. */
export type Frames = FrameGroup | readonly FrameGroup[];

/** Flat frames: `{ type: NAME, ...fields }`. */
export function byType(messages: Messages): FrameGroup {
  return byField("type", messages);
}

/** Flat frames told apart by a field of any name: `{ [field]: NAME, ...fields }`. */
export function byField(field: string, messages: Messages): FrameGroup {
  const frame = (name: string, { body, options }: MessageDefinition) => around(field, options.constant ?? name, body);
  return { kind: "constant", messages, discriminator: `/${field}`, body: "", frame };
}

/** Wrapped frames: `{ [field]: NAME, [content]: { ...fields } }`. */
export function byFieldAround(field: string, content: string, messages: Messages): FrameGroup {
  const frame = (name: string, { body, options }: MessageDefinition) => {
    const inner = body ?? Type.Object({});
    const properties = {
      [field]: Type.Literal(options.constant ?? name),
      [content]: options.bodyOptional ? Type.Optional(inner) : inner,
    };
    return Type.Object(properties);
  };
  return { kind: "constant", messages, discriminator: `/${field}`, body: `/${content}`, frame };
}

/** Puts every frame of a group into an envelope: `{ ...envelope, [content]: frame }`. */
export function inside(content: string, envelope: TProperties, group: FrameGroup): FrameGroup {
  const frame = (name: string, definition: MessageDefinition) =>
    Type.Object({ ...envelope, [content]: group.frame(name, definition) ?? Type.Object({}) });
  const { discriminator, body } = group;
  return { ...group, discriminator: `/${content}${discriminator}`, body: `/${content}${body}`, frame };
}

/**
 * Frames without a discriminator, told apart by the properties they require; tried only where no discriminator is. Where a
 * frame has what several of them require, the one that stands first here is taken, unless another requires all that it does
 * and more.
 */
export function byShape(messages: Messages): FrameGroup {
  return { kind: "shape", messages, discriminator: "", body: "", frame: (_name, { body }) => body };
}

/** Socket.IO events: the message's name is the event's, its body the event's data. */
export function events(messages: Messages): FrameGroup {
  return { kind: "event", messages, discriminator: "/event", body: "/data", frame: (_name, { body }) => body };
}

/** What the transport itself raises (Socket.IO's `connect`, `disconnect`): never sent as an event. */
export function lifecycle(messages: Messages): FrameGroup {
  return { ...events(messages), kind: "lifecycle" };
}

function around(field: string, constant: Constant, body: TSchema | undefined): TSchema {
  if (body === undefined) return Type.Object({ [field]: Type.Literal(constant) });
  if (Type.IsObject(body)) {
    const frame = withConstant(field, constant, body);
    // The name is that of the body alone, which may stand elsewhere without the constant.
    Reflect.deleteProperty(frame, "$id");
    return frame;
  }
  return Type.Intersect([Type.Object({ [field]: Type.Literal(constant) }), body]);
}
