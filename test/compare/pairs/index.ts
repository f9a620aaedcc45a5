import { conditions } from "./conditions.ts";
import { lists } from "./lists.ts";
import { maps } from "./maps.ts";
import { newerWords, olderWords } from "./newerWords.ts";
import { numbers } from "./numbers.ts";
import { objects } from "./objects.ts";
import type { Pair } from "./pair.ts";
import { references } from "./references.ts";
import { sent } from "./sent.ts";
import { texts } from "./texts.ts";
import { types } from "./types.ts";
import { unions } from "./unions.ts";
import { values } from "./values.ts";

/** All pairs, by what they are about. */
export const PAIRS: Readonly<Record<string, readonly Pair[]>> = {
  types,
  values,
  numbers,
  texts,
  lists,
  objects,
  maps,
  unions,
  conditions,
  references,
  newerWords,
  olderWords,
  sent,
};
