import { Parser } from "@asyncapi/parser";

/** The rules that hold a document against AsyncAPI's own schema, one before and one after references are followed. */
const RULES = ["asyncapi-document-resolved", "asyncapi-document-unresolved"];

/** What these rules take to tell one document from another. */
type Inventory = Parameters<RuleFunction>[2]["documentInventory"];

type RuleFunction = NonNullable<Parser["spectral"]["ruleset"]>["rules"][string]["then"][number]["function"];

/**
 * The official parser, which compiles AsyncAPI's own schema once, and not for each document: that takes most of its time. The rules keep
 * what they compiled by the inventory of a document, and are given the same one each time; they use it for nothing else.
 */
export class KeptParser extends Parser {
  #inventory: Inventory | undefined;

  constructor(options: ConstructorParameters<typeof Parser>[0]) {
    super(options);
    const rules = Object.entries(this.spectral.ruleset?.rules ?? {});
    for (const [, rule] of rules.filter(([name]) => RULES.includes(name))) {
      // biome-ignore lint/suspicious/noThenProperty: Spectral calls what a rule does so.
      rule.then = rule.then.map((then) => ({ ...then, function: this.#keeping(then.function) }));
    }
  }

  #keeping(judge: RuleFunction): RuleFunction {
    return (value, options, context) => {
      this.#inventory ??= context.documentInventory;
      return judge(value, options, { ...context, documentInventory: this.#inventory });
    };
  }
}
