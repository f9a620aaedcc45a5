/** Every diagnostic: what it means and the way out, as `wirepact explain CODE` tells it. */
export const catalogue = {
  "bad-arguments": {
    title: "The command was called wrongly",
    explanation: "`wirepact --help` and `wirepact VERB --help` show every option with an example.",
  },
  "missing-protocol": {
    title: "There is no such protocol",
    explanation:
      "A protocol is a folder under schemas/ whose protocol.ts exports it by default, or an AsyncAPI file given with --from, which its package remembers: by its name it is made from that file again. A folder whose name begins with `_` holds what protocols share, and is none.",
  },
  "unknown-base": {
    title: "What a review compares with cannot be found",
    explanation:
      "`review --against` takes a git ref, a folder with packages, or an AsyncAPI file. Of a ref the documents are read that are committed under generated/; nothing is checked out, and no code is run. CI services often fetch one commit alone: have them fetch the base, too.",
  },
  "name-mismatch": {
    title: "A protocol's name is not its folder's",
    explanation: 'The name in `protocol("name", …)` is that of its folder, of its package and of its stubs; they must agree.',
  },
  "module-syntax": {
    title: "A schema module does not parse",
    explanation: "The TypeScript or JavaScript of the module has a syntax error.",
  },
  "module-failed": {
    title: "A schema module threw",
    explanation: "The module was run to get its protocol, and threw. The place is the innermost line of your own files.",
  },
  "bad-definition": {
    title: "A protocol is not put together as its types say",
    explanation:
      'A module exports `protocol("name", { … })` by default, and each of its parts is what the function of `wirepact/define` gives that the text names. Your editor says the same: the module has type errors.',
  },
  "unlisted-message": {
    title: "A rule speaks of a message that neither side sends",
    explanation:
      "Replies, streams, topics and other rules name messages. Each of them must be listed under `client` or `server` (in AsyncAPI: in a channel, with an operation), or readers could never meet it.",
  },
  "duplicate-message": {
    title: "Two messages share a name, or one message has two",
    explanation:
      "A name stands for one message in the whole contract. List the same message under both sides when both send it; write two messages when they differ.",
  },
  "duplicate-schema": {
    title: "Two different schemas share a name",
    explanation: "A named schema becomes one type. Give the second one another name, or make both the same.",
  },
  "not-json": {
    title: "A schema or example holds a value that JSON cannot carry",
    explanation:
      "The contract is a JSON document: functions, symbols, NaN, Infinity and undefined list items cannot stand in it.",
  },
  "not-unicode": {
    title: "A text holds half of a character",
    explanation: "A lone surrogate is half of a character in UTF-16. Files and sockets carry UTF-8, which cannot write it.",
  },
  "cyclic-schema": {
    title: "A schema contains itself",
    explanation:
      "A recursive schema needs a name to refer to itself by: `named` it, and use a reference at the point of recursion.",
  },
  "unreadable-file": {
    title: "A file cannot be read",
    explanation: "Check that the path names a UTF-8 text file that you may read.",
  },
  "yaml-syntax": {
    title: "A file is no YAML that can be read",
    explanation:
      "Files are read as plain data: YAML 1.2 or JSON, without custom tags, merge keys or duplicate keys, with bounded nesting and aliases.",
  },
  "not-asyncapi": {
    title: "A file is no AsyncAPI document",
    explanation: "Wirepact reads AsyncAPI 3 documents, and 2.x documents through the official converter.",
  },
  "foreign-reference": {
    title: "A $ref leaves the project",
    explanation:
      "References may lead to other files of the project, never to the network or to files outside the folder that the command was called in: a contract must not be able to read them.",
  },
  "missing-reference": {
    title: "A $ref names nothing",
    explanation: "A reference must name something that stands in the document, or in the file that it names.",
  },
  asyncapi: {
    title: "The AsyncAPI parser objects",
    explanation:
      "The official parser found that the document breaks the AsyncAPI specification; the rule's name stands in parentheses.",
  },
  "parser-gave-up": {
    title: "The AsyncAPI parser gave up",
    explanation:
      "The official parser judges every document that is not known to be good. Its time and memory are bounded, since some documents make it spin.",
  },
  "bad-extension": {
    title: "An x-wirepact extension is malformed",
    explanation: "The extensions have a JSON Schema of their own and a page of documentation: docs/x-wirepact.md.",
  },
  "no-messages": {
    title: "A document without messages",
    explanation: "A contract is its messages. They stand in a channel, and operations say who sends them.",
  },
  "several-endpoints": {
    title: "A document with more than one endpoint",
    explanation:
      "A package speaks over one connection, to one address. Channels of one address are read as one; those of another address belong in a document of their own, which may refer to the same messages with $ref.",
  },
  "bad-endpoint": {
    title: "A host or an address that is none",
    explanation:
      "A server is a host (with its port), a protocol and perhaps a pathname; a channel's address is the path below it, without a query: parameters of the query are described by the channel's WebSocket binding.",
  },
  "foreign-transport": {
    title: "A server that is reached by another transport",
    explanation:
      "Packages speak over WebSocket (`ws`, `wss`) and Socket.IO (`socketio`). A document of another protocol cannot become one, though its messages may be referred to from one that can.",
  },
  "vague-reply": {
    title: "A reply that does not say which messages answer",
    explanation:
      "A reply lists the messages that answer, or names a channel of their own. Without either, every message of the connection would be an answer.",
  },
  "unsent-message": {
    title: "A message that nobody sends",
    explanation:
      "An operation with the action `send` or `receive` says who sends a message. Without one it cannot travel, and is left out of the packages.",
  },
  "unsupported-schema": {
    title: "A payload in another schema language",
    explanation:
      "Payloads are JSON Schema draft-07, which is also AsyncAPI's own dialect, or JSON Schema 2020-12, which is translated to it where a file is read: `schemaFormat: application/schema+json;version=draft-2020-12` around a payload or a named schema, or `$schema` at its top. Avro, Protobuf, RAML and other JSON Schema dialects need to be translated first.",
  },
  "not-carried": {
    title: "Something that frames of a socket cannot carry",
    explanation:
      "Frames are JSON or MessagePack and nothing else: they have no headers, no other content types, no credentials of their own, and no traits that could not be applied. What readers need stands in the payload; who connects is proved by the server's `security`.",
  },
  "ambiguous-messages": {
    title: "Two messages that readers cannot tell apart",
    explanation:
      "Every frame must lead to one message. Messages of one side are told apart by a constant at the same place, by nested constants, or, where a frame has no such place, by the properties that they require.",
  },
  "unreadable-message": {
    title: "A message that no frame would be read as",
    explanation:
      "Readers look for a constant at the discriminators of the side that sent a frame, the first that is present, and for required properties only where none is. A constant that a message is told by must be required. A message of both sides has one such place.",
  },
  "overlapping-shapes": {
    title: "A frame that may be either of two messages",
    explanation:
      "Messages without a discriminator are told by the properties that they require. A frame may have all that two of them require. One that requires the other's properties and more is tried first, which settles it; otherwise list both under `shapes` in the root's x-wirepact, in the order in which readers shall try them. Until then the one that requires more is tried first, and of two alike the one that stands first.",
  },
  "reserved-event": {
    title: "An event name that Socket.IO reserves",
    explanation:
      "Socket.IO raises `connect`, `connect_error`, `disconnect`, `disconnecting`, `newListener` and `removeListener` itself and throws when they are emitted. Rename the event, or declare a lifecycle message, which the stubs raise and which never travels.",
  },
  "not-a-schema": {
    title: "Something that is no schema stands where a schema should",
    explanation: "A JSON Schema is an object, or `true` or `false`.",
  },
  "too-deep": {
    title: "Schemas are nested too deeply",
    explanation:
      "Give inner schemas a name under components.schemas and refer to them. The limit keeps every tool that reads the contract from running out of stack.",
  },
  "misspelled-keyword": {
    title: "A keyword is misspelled",
    explanation:
      "JSON Schema ignores keywords that it does not know, so a misspelled rule is no rule. Correct the spelling; own annotations begin with `x-`.",
  },
  "unenforced-keyword": {
    title: "A rule that no validator would enforce",
    explanation:
      "The contract says more than the validators would check, so a reader would trust a rule that does not hold. Write the rule in JSON Schema draft-07, or take it out. Own annotations begin with `x-`.",
  },
  "ambiguous-bytes": {
    title: "Text or binary data, and nothing to tell them apart by",
    explanation:
      "JSON carries binary data as base64, which is text too. Where a union admits both, no reader of JSON could say which a string is. Tell them apart by an object around one of them. Frames that are MessagePack alone carry bytes as bytes, and may have such unions.",
  },
  "untyped-keyword": {
    title: "A keyword that lets other types pass",
    explanation:
      "Keywords such as `properties` or `minLength` judge values of one type and let every other value pass. Say `type` beside them.",
  },
  "bad-keyword-value": {
    title: "A keyword holds a value of the wrong kind",
    explanation: "The text says which value the keyword takes.",
  },
  "impossible-schema": {
    title: "A schema that no value satisfies",
    explanation:
      "Two rules of one schema exclude each other: a constant of another type, a minimum above the maximum, a closed object under `allOf` beside one that requires further properties (each part of `allOf` judges the whole value, so a closed part knows only its own properties). Frames that the contract seems to allow would all be refused. A warning where only a part can never be there, or a default breaks its own schema.",
  },
  "bad-pattern": {
    title: "A pattern does not compile",
    explanation: "Patterns are ECMAScript regular expressions, compiled with the `u` flag.",
  },
  "slow-pattern": {
    title: "A pattern that may keep a validator busy",
    explanation:
      "JavaScript matches a pattern by trying one way through it after the other. Where a repetition stands in a repetition, as in `^(a+)+$`, or where two of them may take the same characters, a text that does not match is tried in very many ways, and a peer could stop the process with one frame. Write `^a+$`; put a separator between repetitions, as in `^[a-z]+(-[a-z]+)*$`. Where the work grows by a power of the length alone, `maxLength` beside the pattern bounds it: validators ask it first. What is said of names under `patternProperties` has no such bound.",
  },
  "missing-property": {
    title: "A rule names a property that is not described",
    explanation:
      "`required` and `discriminator` name properties of the same object. One that is not under `properties` is a typo, or has no type.",
  },
  "missing-place": {
    title: "A rule points at a place that frames do not have",
    explanation:
      "The pointers of x-wirepact (`match`, `key`, `state`, `body` and the like) lead from a whole frame to one of its values. One that leads nowhere would never find anything.",
  },
  "endless-reference": {
    title: "A circle of references without an end",
    explanation:
      "A schema that is defined by itself, with no property or list item in between, describes nothing: no validator could ever finish.",
  },
  "invalid-example": {
    title: "An example breaks its own schema",
    explanation: "Examples are shown to readers and sent by mocks; one that the validators refuse is wrong, or the schema is.",
  },
  template: {
    title: "A template does not render",
    explanation: "A template of templates/ uses a name that its view does not have, or is no Handlebars template.",
  },
  internal: {
    title: "Wirepact made a mistake",
    explanation:
      "Something happened that should not, such as generated code that does not parse. Nothing was written. Please report the contract that caused it.",
  },
  "foreign-file": {
    title: "A file that Wirepact did not write is in the way",
    explanation:
      "The output folder holds a file that no earlier run wrote, under a name that is needed now. Nothing was written. Move the file, or choose another folder with --out.",
  },
  "foreign-package": {
    title: "A package was made from something else",
    explanation:
      "A package is named by its protocol, and the folder of that name holds the package of another source that still exists. Nothing was written. Name one of them on the command line (`generate NAME --from FILE`), under `x-wirepact` or by its title, or remove the folder.",
  },
  "unsafe-output": {
    title: "The output folder cannot be used",
    explanation:
      "Files are written only below the output folder itself, never through a symbolic link and never over something that is no folder.",
  },
  "orphaned-package": {
    title: "A generated package whose protocol is gone",
    explanation:
      "The output folder holds a package that an earlier run wrote for a protocol which schemas/ no longer has, or from a file that is gone. Nobody keeps it up to date. Wirepact removes no package: it may be in use, or hold files of yours.",
  },
  "out-of-date": {
    title: "Generated files are out of date",
    explanation:
      "`generate --check` found that the committed files differ from what the contract gives. Run the command that it names and commit the result.",
  },
  "bad-handlers": {
    title: "A file holds no place for handlers",
    explanation:
      "`scaffold` adds to an object whose type is the handlers', to one given to the call that serves, or to a class that implements them; for a client, to the function that takes it, or behind the variable that holds what connecting gave. It reads the file's syntax alone and touches no written line; so there must be one such place, and whether it lacks a name must show in the file.",
  },
  "missing-handler": {
    title: "A message has no handler",
    explanation:
      "`scaffold --check` found a message of the contract that the file does not handle: clients that send it are refused, or, in a client, what the server says unasked goes unheard. The command that the text names adds it and touches no written line. What stubs do by themselves, such as answering pings, needs no handler.",
  },
  "unknown-handler": {
    title: "A handler is for no message of the contract",
    explanation:
      "The contract has no message of that name: it was renamed or removed, or never was, so nothing ever calls the handler. `scaffold` removes nothing; rename the handler, or remove it. A method of your own class that is no handler can be `private`.",
  },
  "bad-settings": {
    title: "The settings of the project cannot be read",
    explanation:
      "`wirepact.yaml` beside `schemas/` is data: sections by the name of the command that reads them. The text says what a key or a value should be; docs/lint.md shows the section of `lint`, docs/review.md that of `review`. A key or a rule that nobody knows is refused, since a misspelled one would be trusted in vain.",
  },
  "stale-ignore": {
    title: "An entry of the settings ignores nothing any more",
    explanation: "What the entry was written for is mended, renamed or gone. Remove it, so that it does not hide the next one.",
  },
  "stale-approval": {
    title: "An approval names no change any more",
    explanation:
      "The change was merged, taken back, or became another one: a fingerprint stays as long as a change does. Remove the entry; where the change is another one now, it has to be looked at again.",
  },
  "expired-approval": {
    title: "An approval counts no longer",
    explanation:
      "The day that the entry names under `until` is over, and the change that it let pass is still there. Mend it, or let somebody approve it anew.",
  },
} as const satisfies Readonly<Record<string, { readonly title: string; readonly explanation: string }>>;

/** Code of a diagnostic. */
export type DiagnosticCode = keyof typeof catalogue;
