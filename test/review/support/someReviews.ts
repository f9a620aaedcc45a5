import type { Change } from "../../../generator/compare/change.ts";
import type { Located, Place } from "../../../generator/compare/report/place.ts";
import type { Review } from "../../../generator/compare/review.ts";

/** A change; of what is not given, something harmless. */
export function changeOf(given: Partial<Change>): Change {
  return {
    rule: "message-added",
    level: "wire",
    message: "ping",
    from: ["client"],
    pointer: "/channels/chat/messages/ping",
    side: "after",
    text: "the client may send a new message",
    meetings: { oldClientNewServer: "safe", newClientOldServer: "safe" },
    judgement: "safe",
    fingerprint: "0123456789ab",
    identity: [],
    ...given,
  };
}

/** A review of some changes. */
export function reviewOf(protocol: string, changes: readonly Change[], given: Partial<Review> = {}): Review {
  const [before, after] = [
    { title: "Chat", version: "1.0.0" },
    { title: "Chat", version: "1.1.0" },
  ];
  const version = { asked: "major", least: "2.0.0", before: "1.0.0", after: "1.1.0", enough: false } as const;
  const fingerprints = changes.map(({ fingerprint }) => fingerprint);
  return { protocol, before, after, changes, fingerprints, version, ...given };
}

const REMOVED = changeOf({
  rule: "message-removed",
  message: "ping",
  side: "before",
  text: "the client no longer sends it: the message is gone",
  meetings: { oldClientNewServer: "breaking", newClientOldServer: "safe" },
  judgement: "breaking",
  fingerprint: "2b66a929625d",
  witness: {
    meeting: "oldClientNewServer",
    from: "client",
    message: "ping",
    encoding: "json",
    frame: { type: "ping", note: "a text that makes the frame longer than what is shown on one line", tags: ["a", "b"] },
    path: "/type",
    text: 'must be one of "send", got "ping"',
  },
});

const SESSION = changeOf({
  rule: "message-direction-removed",
  message: "start",
  text: 'an answer "started" is no longer sent',
  meetings: { oldClientNewServer: "breaking", newClientOldServer: "risky" },
  judgement: "breaking",
  fingerprint: "5e55105e5510",
  session: {
    meeting: "oldClientNewServer",
    fault: "server",
    steps: [
      { from: "client", frame: { type: "start" } },
      { from: "server", frame: { type: "done" }, encoding: "json" },
    ],
    rule: "reply",
    text: 'must be answered by "started"',
  },
});

const PORT = changeOf({
  rule: "message-renamed",
  message: null,
  text: "the port changed from 3000 to 3001",
  judgement: "breaking",
  meetings: { oldClientNewServer: "breaking", newClientOldServer: "breaking" },
  fingerprint: "90a790a790a7",
  proof: "nobody listens at the old port",
  alsoIn: ["send", "posted", "joined", "left", "typing", "read"],
});

const UNKNOWN = changeOf({
  rule: "message-direction-added",
  message: "send",
  text: "the pattern of `text` changed",
  judgement: "unknown",
  meetings: { oldClientNewServer: "unknown", newClientOldServer: "unknown" },
  fingerprint: "deadbeef0000",
  reason: "neither proved nor disproved within the budget",
});

const RISKY = changeOf({
  judgement: "risky",
  meetings: { oldClientNewServer: "safe", newClientOldServer: "risky" },
  fingerprint: "63d3f9d7daac",
  reason: "safe once every server is new: roll servers out before clients",
  witness: {
    meeting: "newClientOldServer",
    from: "client",
    message: "wave",
    encoding: "json",
    frame: { type: "wave" },
    path: "",
    text: "must have required property 'text'",
  },
});

const BYTES = changeOf({
  rule: "type-changed",
  message: "paint",
  text: "type changed: `/pixels` (bytes → string)",
  meetings: { oldClientNewServer: "breaking", newClientOldServer: "safe" },
  judgement: "breaking",
  fingerprint: "b17e5b17e500",
  witness: {
    meeting: "oldClientNewServer",
    from: "client",
    message: "paint",
    encoding: "msgpack",
    frame: { type: "paint", pixels: "AQID", tile: ["", "AAECAwQFBgcICQoLDA0ODxAREhM="], note: "AQID" },
    bytes: ["/pixels", "/tile/0", "/tile/1"],
    path: "/pixels",
    text: "must be string, got bytes",
  },
  session: {
    meeting: "oldClientNewServer",
    fault: "client",
    steps: [{ from: "client", frame: { type: "paint", pixels: "/w==" }, bytes: ["/pixels"], encoding: "msgpack" }],
    rule: "reply",
    text: 'must be answered by "painted"',
  },
});

const APPROVED = changeOf({
  rule: "message-removed",
  message: "shout",
  text: "the client no longer sends it: the message is gone",
  judgement: "breaking",
  meetings: { oldClientNewServer: "breaking", newClientOldServer: "safe" },
  fingerprint: "a99e0fedbeef",
  proof: "nobody reads it",
  approved: { by: "ada", reason: "no client of ours shouts", until: "2099-12-31" },
});

/** One of everything that can be said. */
export const SOME_REVIEWS: readonly Review[] = [
  reviewOf("chat", [
    changeOf({ message: "posted", fingerprint: "019be530a5f0" }),
    APPROVED,
    RISKY,
    UNKNOWN,
    PORT,
    SESSION,
    BYTES,
    REMOVED,
  ]),
  reviewOf("quiet", [], { version: { asked: "none", least: null, before: "1.0.0", after: "1.0.0", enough: true } }),
  reviewOf("fresh", [], { before: null, version: null }),
  reviewOf("old", [], { after: null, version: null }),
];

/** Where changes of `SOME_REVIEWS` stand. */
export function somePlace(protocol: string, { side, message }: Located): Place | undefined {
  if (message === null) return undefined;
  const place = { file: `schemas/${protocol}/protocol.ts`, line: 12, column: 3 };
  return side === "after" ? place : { ...place, stood: { file: `generated/${protocol}/asyncapi.yaml`, line: 40, column: 7 } };
}
