import { get, getList, getString, isList, isObject, type Json, type JsonObject } from "../../json.ts";
import { Breakdown } from "./breakdown.ts";
import { shown } from "./shown.ts";

/** Something wrong with a frame, as a testee tells it; without a code where it knows none. */
export interface ToldError {
  readonly path: string;
  readonly code: string | undefined;
}

/** What a testee answers. */
export type Answer =
  | { readonly kind: "skip"; readonly reason: string }
  /** `message` is undefined where it was not told; `told` is the whole answer. */
  | { readonly kind: "ok"; readonly message: string | undefined; readonly told: JsonObject }
  | {
      readonly kind: "refused";
      readonly message: string | null | undefined;
      readonly errors: readonly ToldError[];
      readonly told: JsonObject;
    };

/** Errors beyond these are not looked at. */
const MOST_ERRORS = 1000;

/** Reads an answer; what is none is a breakdown. */
export function readAnswer(told: JsonObject): Answer {
  const skip = get(told, "skip");
  if (typeof skip === "string" && skip !== "") return { kind: "skip", reason: skip.slice(0, 200) };
  const [ok, message] = [get(told, "ok"), get(told, "message")];
  if (ok === true && (message === undefined || typeof message === "string")) return { kind: "ok", message, told };
  const errors = get(told, "errors");
  const isWhole =
    (message === undefined || message === null || typeof message === "string") && (errors === undefined || isList(errors));
  if (ok === false && isWhole)
    return { kind: "refused", message, errors: getList(told, "errors").slice(0, MOST_ERRORS).map(readError), told };
  throw new Breakdown(
    "codec-protocol",
    `an answer has "ok" (true or false) and what belongs to it, or "skip" (a reason), got ${shown(told)}`,
  );
}

function readError(error: Json): ToldError {
  const [path, code] = [getString(error, "path"), get(error, "code")];
  if (isObject(error) && path !== undefined && (code === undefined || typeof code === "string")) return { path, code };
  throw new Breakdown("codec-protocol", `each of "errors" has a "path" and may have a "code", both texts, got ${shown(error)}`);
}
