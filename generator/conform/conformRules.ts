import { clientRules } from "./client/clientRules.ts";
import { codecRules } from "./codec/codecRules.ts";
import { serverRules } from "./server/serverRules.ts";

/** Every rule that somebody else's implementation can break, besides those of sessions, as `wirepact explain RULE` tells it. */
export const conformRules = { ...codecRules, ...serverRules, ...clientRules } as const;

/** Name of such a rule. */
export type ConformRule = keyof typeof conformRules;
