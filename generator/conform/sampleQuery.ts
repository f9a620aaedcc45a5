import type { Endpoint, QueryParameter } from "../model/endpoint.ts";

/** What the query of a contract's address must have. */
export function requiredQuery({ query }: Endpoint): readonly QueryParameter[] {
  return query.filter((parameter) => parameter.required);
}

/** A value for a parameter that nobody gave one for: it is called by its own name. */
export function sampleFor({ name }: QueryParameter): readonly [name: string, value: string] {
  return [name, name];
}
