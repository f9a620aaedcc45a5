import { growthOf } from "../../model/pattern/patternGrowth.ts";
import { Untried } from "./budget.ts";

/** Texts longer than this are not tried where the work grows by a power. */
const MANY_STEPS = 1e6;

/** Patterns as validators run them; one that would keep them busy is not run. */
export class Patterns {
  readonly #known = new Map<string, { readonly expression: RegExp; readonly degree: number }>();

  /** Whether a text matches; throws where that could take forever. */
  matches(pattern: string, text: string): boolean {
    const { expression, degree } = this.#known.get(pattern) ?? this.#read(pattern);
    if (degree > 1 && text.length ** degree > MANY_STEPS)
      throw new Untried(`the pattern ${JSON.stringify(pattern)} may take too long`);
    return expression.test(text);
  }

  #read(pattern: string): { readonly expression: RegExp; readonly degree: number } {
    const growth = growthOf(pattern);
    const degree = growth.kind === "polynomial" ? growth.degree : Infinity;
    const known = { expression: new RegExp(pattern, "u"), degree };
    this.#known.set(pattern, known);
    return known;
  }
}
