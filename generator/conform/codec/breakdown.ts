import type { CodecRule } from "./codecRules.ts";

/** A testee did not do its part of the line protocol, and cannot be asked any further. */
export class Breakdown extends Error {
  override readonly name = "Breakdown";
  readonly rule: CodecRule;

  constructor(rule: CodecRule, text: string) {
    super(text);
    this.rule = rule;
  }
}
