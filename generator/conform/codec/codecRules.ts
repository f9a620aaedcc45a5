/** Every rule that a codec can break: what it asks for, as `wirepact explain RULE` tells it. */
export const codecRules = {
  "codec-accepts": {
    title: "A testee accepts a frame that must be refused",
    explanation:
      "The contract does not allow this frame; the fixture's `reason` says what is wrong with it. An implementation that accepts it hands something to its user that is not what its types say.",
  },
  "codec-refuses": {
    title: "A testee refuses a frame that must be accepted",
    explanation:
      "The contract allows this frame. Properties that the contract does not know are no reason to refuse one, and a message or value of a newer version must not end a connection.",
  },
  "codec-message": {
    title: "A testee takes a frame for another message",
    explanation:
      "What a frame is is told by its discriminators, or, where a contract has none for it, by its shape. A frame that names no message of its side is none: `message` is null then.",
  },
  "codec-place": {
    title: "A testee refuses a frame for something else than what is wrong with it",
    explanation:
      "Among the errors that it tells, one is at the fixture's place and names the fixture's rule. A testee that does not tell places leaves `errors` out of what it `does`; then accepting and refusing is all that is compared.",
  },
  "codec-decodes": {
    title: "A testee decodes a frame to another value, or decodes what is none",
    explanation:
      "Encoders may choose among several encodings of one value, and a decoder must take each. What is no JSON or no MessagePack is refused whole.",
  },
  "codec-encodes": {
    title: "What a testee encodes does not decode to the frame that it was given",
    explanation:
      "Any legal encoding will do; it is decoded and compared. In MessagePack, bytes travel as bin, not as base64, and texts as UTF-8.",
  },
  "codec-session": {
    title: "A testee judges a session otherwise than the contract does",
    explanation: "Sessions are judged frame by frame, in order; what each rule asks for is told by its own name.",
  },
  "codec-protocol": {
    title: "A testee does not keep to the line protocol",
    explanation:
      "Each request is answered by exactly one line, in order: one JSON object with the request's id. docs/conform.md has all of it on one page.",
  },
  "codec-silence": {
    title: "A testee does not answer in time",
    explanation:
      "Each case has a time, five seconds unless --timeout says otherwise. Whoever needs the whole input first must flush after each line.",
  },
  "codec-crash": {
    title: "A testee ends instead of answering",
    explanation:
      "No input may end an implementation. The text has its exit status and the end of what it wrote to standard error.",
  },
  "codec-stop": {
    title: "A testee does not end when it is told to",
    explanation: "After `stop` and the end of its input, a testee ends with status 0 within the time of a case.",
  },
} as const satisfies Readonly<Record<string, { readonly title: string; readonly explanation: string }>>;

/** Name of a rule that a codec can break. */
export type CodecRule = keyof typeof codecRules;
