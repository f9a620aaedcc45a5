import { preview } from "./error.ts";

/**
 * Numbers with their defaults, but for those that are given; undefined is not given. What is no number from 0 on, or no name of
 * any, is refused: a limit that NaN stands for would hold nothing back.
 */
export function filled<Numbers extends object>(defaults: Numbers, given: Given<Numbers> | undefined, where: string): Numbers {
  const said = Object.entries(given ?? {}).filter(([, value]) => value !== undefined);
  for (const [name, value] of said) {
    if (!Object.hasOwn(defaults, name)) throw new TypeError(`${where} has no ${preview(name)}`);
    checkNumber(value, `${where}.${name}`);
  }
  return { ...defaults, ...Object.fromEntries(said) };
}

type Given<Numbers> = { readonly [Name in keyof Numbers]?: Numbers[Name] | undefined };

/** Refuses what is no number from 0 on; Infinity is one. */
export function checkNumber(value: unknown, name: string): void {
  if (typeof value === "number" && value >= 0) return;
  throw new TypeError(`${name} must be a number from 0 on, or Infinity, got ${preview(value)}`);
}
