/** JSON Schema draft-07, and AsyncAPI's own superset of it. */
const DRAFT_07 = /^application\/(vnd\.aai\.asyncapi(\+json|\+yaml)?;version=|schema\+(json|yaml);version=draft-07$)/;

/** Whether a `schemaFormat` names the schema language that contracts are written in. */
export function isDraft07(format: string): boolean {
  return DRAFT_07.test(format);
}
