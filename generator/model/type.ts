/** The values a schema admits, as a programming language sees them. Constraints inside a kind are the validators' affair. */
export type Type =
  | { readonly kind: "any" | "never" | "null" | "boolean" | "string" | "number" | "bytes" }
  | { readonly kind: "literal"; readonly value: string | number | boolean }
  | { readonly kind: "openEnum"; readonly known: readonly string[] }
  | { readonly kind: "list"; readonly item: Type }
  | { readonly kind: "tuple"; readonly items: readonly Type[]; readonly required: number; readonly rest: Type | null }
  /** Null as `others` says nothing of them: readers tolerate and keep any. */
  | { readonly kind: "object"; readonly fields: readonly Field[]; readonly others: Type | null }
  | { readonly kind: "union" | "intersection"; readonly members: readonly Type[] }
  | { readonly kind: "reference"; readonly identifier: string };

/** A property of an object type. */
export interface Field {
  readonly name: string;
  readonly required: boolean;
  readonly type: Type;
  readonly description: string | undefined;
  readonly deprecated: boolean;
  /** What else holds for the value, each as a short phrase: "at least 0", "format date-time". */
  readonly constraints: readonly string[];
}
