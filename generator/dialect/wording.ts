import { isList, type Json, type JsonObject } from "../json.ts";

/** One schema on its way into another dialect, without those inside it: what it says now, and where it was written. */
export class Wording {
  #said: Map<string, Json>;
  /** Where a part was written, by where it stands now. Pointers below the schema. */
  readonly origins = new Map<string, string>();
  /** Where a part stands now that a reference may lead to, by where it was written. */
  readonly places = new Map<string, string>();

  constructor(schema: JsonObject) {
    this.#said = new Map(Object.entries(schema));
  }

  get schema(): JsonObject {
    return Object.fromEntries(this.#said);
  }

  /** What a keyword holds. */
  get(keyword: string): Json | undefined {
    return this.#said.get(keyword);
  }

  has(keyword: string): boolean {
    return this.#said.has(keyword);
  }

  /** Says something that stood at no place of its own, or says more at the same place. */
  put(keyword: string, held: Json): void {
    this.#said.set(keyword, held);
  }

  drop(...words: readonly string[]): void {
    for (const word of words) this.#said.delete(word);
  }

  /** Says the same by another keyword, at the same place among the others. */
  rename(keyword: string, other: string): void {
    const entries = [...this.#said].filter(([name]) => name !== other);
    this.#said = new Map(entries.map(([name, held]) => [name === keyword ? other : name, held]));
    const origin = this.origins.get(`/${keyword}`) ?? `/${keyword}`;
    this.origins.delete(`/${keyword}`);
    this.origins.set(`/${other}`, origin);
    this.places.set(origin, `/${other}`);
  }

  /** Demands other schemas of the same value; where the first of them stands among the demands. */
  demand(schemas: readonly Json[]): number {
    const all = this.get("allOf");
    const others = isList(all) ? all : [];
    if (schemas.length > 0) this.put("allOf", [...others, ...schemas]);
    return others.length;
  }

  /** Whether another schema can be demanded: what stands under allOf is a list, or nothing. */
  get canDemand(): boolean {
    return !this.has("allOf") || isList(this.get("allOf"));
  }
}
