import { type Static, Type } from "typebox";
import { Condition, From, Matches, Name, Names, Pointer, pointerTo, strict, Text } from "./extensionWords.ts";

/** What a protocol may be called: the name is that of its folder, its package and its stubs. */
export const PROTOCOL_NAME = /^[a-z][a-z0-9-]{0,63}$/;

const Encoding = Type.Unsafe<"json" | "msgpack">({ type: "string", enum: ["json", "msgpack"] });

const Encodings = Type.Object(
  {
    text: Type.Optional(Type.Literal("json")),
    binary: Type.Optional(Type.Literal("msgpack")),
    initial: Encoding,
    switch: Type.Optional(Type.Object({ message: Name, pointer: Pointer, values: Type.Record(Type.String(), Encoding) }, strict)),
  },
  {
    ...strict,
    description: "Encoding of text frames and of binary frames, what a connection starts with, and the message that changes it.",
  },
);

const Stream = Type.Object(
  {
    start: Name,
    items: Names,
    ends: Type.Array(Type.Object({ message: Name, where: Type.Optional(Condition) }, strict), { minItems: 1 }),
    after: Type.Optional(Names),
    match: Type.Optional(Matches),
    key: Type.Optional(
      pointerTo("Where the stream's messages carry the name that the other side gave it: of its reply, or of its first item."),
    ),
    concurrent: Type.Optional(Type.Integer({ minimum: 1 })),
  },
  { ...strict, description: "Many messages that one message starts, and what ends them." },
);

const Machine = Type.Object(
  {
    message: Name,
    description: Text,
    source: Type.Optional(Text),
    key: Pointer,
    state: Pointer,
    initial: Type.Array(Text, { minItems: 1 }),
    transitions: Type.Record(Type.String(), Type.Array(Text)),
  },
  { ...strict, description: "A state machine whose state a message reports; a state that goes nowhere is terminal." },
);

const Topics = Type.Object(
  {
    subscribe: Name,
    unsubscribe: Name,
    pointer: Pointer,
    topics: Type.Record(Type.String(), Type.Object({ messages: Names, initial: Type.Optional(Type.Boolean()) }, strict)),
  },
  { ...strict, description: "What a client hears only while subscribed; initial topics need no asking." },
);

const Code = Type.String({ minLength: 1, description: "A code, as it stands at the pointer." });

const Errors = Type.Object(
  {
    message: Name,
    text: pointerTo("Where the text for people stands."),
    pointer: Type.Optional(pointerTo("Where the code stands.")),
    unknown: Type.Optional(Code),
    invalid: Type.Optional(Code),
    failed: Type.Optional(Code),
    codes: Type.Optional(Type.Record(Type.String(), Text)),
  },
  {
    ...strict,
    dependencies: {
      pointer: ["unknown", "invalid", "failed"],
      unknown: ["pointer"],
      invalid: ["pointer"],
      failed: ["pointer"],
      codes: ["pointer"],
    },
    description:
      "The message that says what failed. With a code: those of a frame that is no known message, of one that breaks its schema, and of a handler that failed.",
  },
);

const Heartbeat = Type.Object(
  {
    ping: Name,
    pong: Name,
    from: Type.Array(From),
    time: Type.Optional(pointerTo("Where the answer carries the time, in seconds since 1970.")),
  },
  { ...strict, description: "A message that asks whether the other side is alive, the one that says so, and who may ask." },
);

const Owner = Type.String({ minLength: 1, description: "The parameter of the query that says whose a connection is." });

const Resource = Type.Object(
  { key: pointerTo("Where messages of clients name it."), owner: Type.Optional(Owner) },
  { ...strict, description: "What clients name and use, such as a container; nobody uses it but whoever named it first." },
);

const Http = Type.Object(
  {
    method: Text,
    path: Text,
    description: Text,
    source: Type.Optional(Text),
    status: Type.Integer(),
    response: Type.Unknown({ description: "JSON Schema of the response's body." }),
  },
  strict,
);

const Codec = Type.Object(
  {
    description: Text,
    source: Type.Optional(Text),
    layout: Type.Array(
      Type.Object({ name: Text, kind: Type.Unsafe<"text" | "bytes">({ type: "string", enum: ["text", "bytes"] }) }, strict),
    ),
  },
  strict,
);

const Scenario = Type.Object(
  {
    name: Text,
    description: Text,
    source: Type.Optional(Text),
    steps: Type.Array(Type.Object({ from: From, frame: Type.Unknown() }, strict), { minItems: 1 }),
  },
  { ...strict, description: "An example flow, frame by frame." },
);

/** `x-wirepact` at the root of a document. */
export const RootExtension = Type.Object(
  {
    version: Type.Literal(1, { description: "Version of this extension." }),
    protocol: Type.String({
      pattern: PROTOCOL_NAME.source,
      description: "Name of the protocol: of its folder, its package and its stubs.",
    }),
    package: Type.Optional(
      Type.String({
        maxLength: 214,
        pattern: "^(@[a-z0-9-][a-z0-9-._]*/)?[a-z0-9-][a-z0-9-._]*$",
        description: "Name of the generated package; `@wirepact/<protocol>` where absent.",
      }),
    ),
    transport: Type.Optional(Type.Unsafe<"websocket" | "socketio">({ type: "string", enum: ["websocket", "socketio"] })),
    perspective: Type.Optional(
      Type.Unsafe<"client" | "server">({
        ...From,
        description: "Whose send and receive the operations state; `server` where absent.",
      }),
    ),
    discriminators: Type.Optional(
      Type.Object(
        { client: Type.Array(Pointer), server: Type.Array(Pointer) },
        { ...strict, description: "Where frames of each side say which message they are, in the order in which readers look." },
      ),
    ),
    shapes: Type.Optional(
      Type.Array(Name, {
        uniqueItems: true,
        description: "Messages without a discriminator, in the order in which readers try them where a frame may be several.",
      }),
    ),
    encodings: Type.Optional(Encodings),
    opening: Type.Optional(Name),
    streams: Type.Optional(Type.Array(Stream)),
    machines: Type.Optional(Type.Record(Type.String(), Machine)),
    topics: Type.Optional(Topics),
    errors: Type.Optional(Errors),
    heartbeat: Type.Optional(Heartbeat),
    resource: Type.Optional(Resource),
    http: Type.Optional(Type.Record(Type.String(), Http)),
    codecs: Type.Optional(Type.Record(Type.String(), Codec)),
    scenarios: Type.Optional(Type.Array(Scenario)),
    example: Type.Optional(
      Type.String({ maxLength: 20_000, description: "A program that shows the generated package at work, for its README." }),
    ),
    notes: Type.Optional(Type.Array(Type.Object({ source: Type.Optional(Text), text: Text }, strict))),
  },
  strict,
);

/** `x-wirepact` of a message. */
export const MessageExtension = Type.Object(
  {
    source: Type.Optional(Type.String({ description: "Where the protocol's own document defines the message." })),
    body: Type.Optional(pointerTo("JSON Pointer from the frame to what a user of the message handles.")),
    shape: Type.Optional(
      Type.Literal(true, { description: "Told by the properties it requires; tried only on a frame without a discriminator." }),
    ),
    lifecycle: Type.Optional(Type.Literal(true, { description: "Raised by the transport; never travels as an event." })),
    dataOptional: Type.Optional(Type.Boolean({ description: "The event may travel without data." })),
    deprecated: Type.Optional(Type.Union([Type.Boolean(), Text])),
    sunset: Type.Optional(
      Type.String({ format: "date", description: "The day from which on nobody may count on it; it is deprecated until then." }),
    ),
    notes: Type.Optional(Type.Array(Text)),
  },
  strict,
);

const Refusal = Type.Object({ status: Type.Optional(Type.Integer()), close: Type.Optional(Type.Integer()), when: Text }, strict);
const Close = Type.Object({ code: Type.Integer(), from: From, when: Text }, strict);

/** `x-wirepact` of a channel. */
export const ChannelExtension = Type.Object(
  {
    refusals: Type.Optional(Type.Array(Refusal, { description: "Why an upgrade is refused, in the order of the checks." })),
    closes: Type.Optional(Type.Array(Close, { description: "Close codes that have a meaning." })),
    settings: Type.Optional(Type.Array(Text, { description: "What the deployment decides." })),
  },
  strict,
);

const RequestId = pointerTo(
  "Where the request has a text that only tells requests apart: clients make one where they are given none.",
);

/** `x-wirepact` of an operation: what AsyncAPI's `reply` leaves open. */
export const OperationExtension = Type.Object(
  { reply: Type.Object({ errors: Type.Optional(Names), match: Type.Optional(Matches), id: Type.Optional(RequestId) }, strict) },
  strict,
);

/** `x-wirepact` of a security scheme. */
export const SecuritySchemeExtension = Type.Object(
  {
    kind: Type.Unsafe<string>({ type: "string", enum: ["jwt", "bearer", "apiKey", "eip191"] }),
    algorithms: Type.Optional(Type.Array(Text)),
    pointer: Type.Optional(Pointer),
  },
  strict,
);

/** The root extension as TypeScript sees it. */
export type RootExtension = Static<typeof RootExtension>;
