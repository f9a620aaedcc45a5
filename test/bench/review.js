/** Compares contracts of many messages: how long a review takes, whatever changed. `node test/bench/review.js [messages]` */
import { largeProtocol } from "./largeProtocol.js";

const ROOT = new URL("../../", import.meta.url).href;
const at = (path) => import(`${ROOT}dist/generator/${path}`);
const { buildContract } = await at("model/buildContract.js");
const { Findings } = await at("diagnostics.js");
const { compareContracts } = await at("compare/compareContracts.js");

const count = Number(process.argv[2] ?? 1000);

/** What changes, in a copy of the document. */
const EDITS = {
  nothing: () => {},
  "one message": ({ components }) => {
    components.messages.message_7.payload.properties.count.maximum = 10;
  },
  "a definition that all share, for the better": ({ components }) => {
    components.schemas.Item.properties.note = { type: "string" };
  },
  "a definition that all share, for the worse": ({ components }) => {
    components.schemas.Item.properties.size = { type: "integer" };
  },
  "all messages": ({ components }) => {
    for (const { payload } of Object.values(components.messages)) payload.properties.count = { type: "integer", minimum: 1 };
  },
};

for (const [what, edit] of Object.entries(EDITS)) {
  const [before, after] = [largeProtocol(count), structuredClone(largeProtocol(count))];
  edit(after);
  const contracts = [before, after].map((document) => buildContract(document, "large", new Findings()));
  const start = process.cpuUsage();
  const changes = compareContracts(...contracts, { level: "types" });
  const { user } = process.cpuUsage(start);
  const milliseconds = Math.round(user / 1000);
  console.log(`review, ${count} messages, ${what}: ${milliseconds} ms, ${changes.length} told`);
}
