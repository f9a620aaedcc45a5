/** Where things that are no schemas stand in a document of AsyncAPI 3 or 2.x, and the section of components that holds their kind. */
const SECTIONS: readonly (readonly [RegExp, string])[] = [
  [/^(\/components)?\/channels\/[^/]+$/, "channels"],
  [/^(\/components)?\/channels\/[^/]+\/messages\/[^/]+$/, "messages"],
  [/^(\/components)?\/channels\/[^/]+\/(publish|subscribe)\/message(\/oneOf\/\d+)?$/, "messages"],
  [/^\/components\/messages\/[^/]+$/, "messages"],
  [/^(\/components)?\/operations\/[^/]+$/, "operations"],
  [/^(\/components)?\/operations\/[^/]+\/reply$|^\/components\/replies\/[^/]+$/, "replies"],
  [/^(\/components)?\/servers\/[^/]+$/, "servers"],
  [/^(\/components)?\/servers\/[^/]+\/security\/\d+$|^\/components\/securitySchemes\/[^/]+$/, "securitySchemes"],
  [/^(\/components)?\/channels\/[^/]+\/parameters\/[^/]+$|^\/components\/parameters\/[^/]+$/, "parameters"],
  [/^(\/components)?\/channels\/[^/]+\/bindings$/, "channelBindings"],
  [/^\/components\/messages\/[^/]+\/traits\/\d+$|^\/components\/messageTraits\/[^/]+$/, "messageTraits"],
  [/^(\/components)?\/channels\/[^/]+\/messages\/[^/]+\/traits\/\d+$/, "messageTraits"],
  [/^(\/components)?\/operations\/[^/]+\/traits\/\d+$|^\/components\/operationTraits\/[^/]+$/, "operationTraits"],
];

/** What a part of each section is called; a part of any other is one. */
export const SINGULAR: ReadonlyMap<string, string> = new Map([
  ["schemas", "schema"],
  ["messages", "message"],
  ["channels", "channel"],
  ["operations", "operation"],
]);

/** The section of `components` that something belongs to which is referred to at a JSON Pointer: schemas, unless another kind stands there. */
export function sectionOf(pointer: string): string {
  return SECTIONS.find(([place]) => place.test(pointer))?.[1] ?? "schemas";
}
