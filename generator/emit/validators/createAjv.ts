import { formats } from "@wirepact/runtime";
import { _, Ajv } from "ajv";
import { anyOfKeyword } from "./anyOfKeyword.ts";
import { attemptKeyword } from "./attemptKeyword.ts";
import { boundedKeywords } from "./boundedKeywords.ts";
import { bytesKeyword } from "./bytesKeyword.ts";
import { knownKeyword } from "./knownKeyword.ts";
import { referenceKeyword } from "./referenceKeyword.ts";
import { switchKeyword } from "./switchKeyword.ts";
import { plainKeyword, valueKeywords } from "./valueKeywords.ts";

/**
 * Makes the ajv that compiles one schema. A fresh one each time, because ajv numbers what it compiles: so the numbers
 * in one validator never depend on another.
 */
export function createAjv(): Ajv {
  const ajv = new Ajv({
    strict: false,
    meta: false,
    validateSchema: false,
    addUsedSchema: false,
    allErrors: true,
    ownProperties: true,
    validateFormats: true,
    logger: false,
    formats,
    code: { source: true, esm: true, lines: true, formats: _`formats` },
  });
  const replaced = [...valueKeywords, ...boundedKeywords, anyOfKeyword];
  for (const keyword of replaced) ajv.removeKeyword(String(keyword.keyword)).addKeyword(keyword);
  const own = [attemptKeyword, bytesKeyword, knownKeyword, plainKeyword, referenceKeyword, switchKeyword];
  for (const keyword of own) ajv.addKeyword(keyword);
  return ajv.addKeyword("switchOn");
}
