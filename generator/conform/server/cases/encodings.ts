import { readPointer } from "@wirepact/runtime";
import { setAt } from "../../../fixtures/setAt.ts";
import type { Json } from "../../../json.ts";
import type { ConformCase } from "../../conformCase.ts";
import { exampleOf } from "../../wire/exampleOf.ts";
import { saySafely } from "../saySafely.ts";
import { serverCase } from "../serverCase.ts";
import type { Stage } from "../stage.ts";

/** Where a message switches the encoding, the server follows it, and takes any encoding that the contract speaks. */
export function encodings(stage: Stage): ConformCase[] {
  const { encodings: words } = stage.contract;
  const ask = words.switch === undefined ? undefined : exampleOf(stage.contract, words.switch.message, "full");
  if (words.switch === undefined || ask === undefined) return [];
  const { message, pointer, values } = words.switch;
  if (!readPointer(ask, pointer).found) return [];
  const asking = (word: string): Json => setAt(ask, pointer, word);
  const switched = Object.entries(values).map(([word, encoding]) =>
    serverCase(stage, `encoding/${word}`, `sends ${encoding} from its answer to ${message} on`, async (conversation) => {
      for (const each of [...Object.keys(values), word, word]) {
        saySafely(conversation, asking(each));
        await conversation.settle();
      }
      await conversation.catchUp();
      conversation.staysOpen("while the encoding was switched");
    }),
  );
  const taken = [...new Set(Object.values(values))].map((encoding) => {
    const title = `takes frames in ${encoding}, and answers in the encoding that was set`;
    return serverCase(stage, `encoding/takes-${encoding}`, title, async (conversation) => {
      conversation.encoding = encoding;
      // The encoding that is set already is asked for: nothing switches.
      const [word = ""] = Object.entries(values).find(([, each]) => each === words.initial) ?? [];
      saySafely(conversation, asking(word));
      await conversation.settle();
      await conversation.catchUp();
      conversation.staysOpen(`after a frame in ${encoding}`);
    });
  });
  return [...switched, ...taken];
}
