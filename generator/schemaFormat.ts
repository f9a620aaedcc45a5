/** JSON Schema draft-07, and AsyncAPI's own superset of it. */
const DRAFT_07 = /^application\/(vnd\.aai\.asyncapi(\+json|\+yaml)?;version=|schema\+(json|yaml);version=draft-07$)/;

/** JSON Schema 2020-12: AsyncAPI lists no name for it; this one is made like that of draft-07, and shortened by some. */
const DRAFT_2020_12 = /^application\/schema\+(json|yaml);version=(draft-)?2020-12$/;

/** What a schema of 2020-12 says of itself. */
const DIALECT_2020_12 = /^https?:\/\/json-schema\.org\/draft\/2020-12\/schema#?$/;

/** Whether a `schemaFormat` names the schema language that contracts are written in. */
export function isDraft07(format: string): boolean {
  return DRAFT_07.test(format);
}

/** Whether a `schemaFormat` names JSON Schema 2020-12, which documents may be written in. */
export function isDraft2020(format: string): boolean {
  return DRAFT_2020_12.test(format);
}

/** Whether a `$schema` names JSON Schema 2020-12. */
export function isDialect2020(dialect: string): boolean {
  return DIALECT_2020_12.test(dialect);
}
