import type { Rule } from "../rule.ts";
import { aboutMessages, noticed } from "./aboutMessages.ts";

/** The day until which a deprecated message stays. */
export const sunsetChanged: Rule = {
  title: "The sunset of a deprecated message was moved",
  explanation:
    "Clients plan their move by the day that they were told. An earlier day takes time from them, which is no better than a removal without notice. So does a day that is taken back without another: the message could go at any time. A later day harms nobody, where it is one to come.",
  opposite: "sunset-changed",
  find: (pair) =>
    aboutMessages(pair, (before, after) => {
      if (before.deprecated === false || after.deprecated === false || before.sunset === after.sunset) return undefined;
      const isSooner = before.sunset !== null && (after.sunset === null || after.sunset < before.sunset);
      return {
        text: `its sunset was moved: ${before.sunset ?? "none"} → ${after.sunset ?? "none"}`,
        ...(isSooner
          ? { judgement: "breaking", proof: "clients have less time than they were told" }
          : noticed(after, pair.today)),
      };
    }),
};
