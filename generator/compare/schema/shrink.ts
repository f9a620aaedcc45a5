import { isList, isObject, type Json } from "../../json.ts";
import { isBytes } from "./bytesValue.ts";

/** More attempts are not made: a smaller witness is only nicer. */
const MANY_ATTEMPTS = 200;

/** Takes away what a value need not have to stay what it is: properties and items, from the outside in. */
export function shrink(value: Json, isStill: (smaller: Json) => boolean): Json {
  let attempts = MANY_ATTEMPTS;
  const isAllowed = (smaller: Json) => attempts-- > 0 && isStill(smaller);
  return smallest(value, isAllowed);
}

function smallest(value: Json, isStill: (smaller: Json) => boolean): Json {
  if (isList(value)) return inside(value, isStill);
  if (!isObject(value) || isBytes(value)) return value;
  let kept = Object.entries(value);
  for (const [name] of Object.entries(value)) {
    const fewer = kept.filter(([other]) => other !== name);
    if (isStill(Object.fromEntries(fewer))) kept = fewer;
  }
  for (const [index, [name, held]] of kept.entries()) {
    const withHeld = (smaller: Json) => kept.with(index, [name, smaller]);
    kept = withHeld(smallest(held, (smaller) => isStill(Object.fromEntries(withHeld(smaller)))));
  }
  return Object.fromEntries(kept);
}

function inside(list: readonly Json[], isStill: (smaller: Json) => boolean): Json {
  let kept = list;
  for (let index = list.length - 1; index >= 0; index--) if (isStill(kept.toSpliced(index, 1))) kept = kept.toSpliced(index, 1);
  for (const [index, item] of kept.entries()) {
    const before = kept;
    kept = before.with(
      index,
      smallest(item, (smaller) => isStill(before.with(index, smaller))),
    );
  }
  return kept;
}
