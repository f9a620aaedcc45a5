import { type TObject, type TProperties, type TSchema, type TSchemaOptions, Type } from "typebox";

/** A string out of a closed set: any other value is refused. */
export function closed<const T extends string>(values: readonly T[], options: TSchemaOptions = {}) {
  return Type.Unsafe<T>({ type: "string", enum: [...values], ...options });
}

/** A string out of a set that may grow: the types offer the known values, validators accept any string. */
export function open<const T extends string>(known: readonly T[], options: TSchemaOptions = {}) {
  return Type.Unsafe<T | (string & {})>({
    anyOf: [{ type: "string", enum: [...known] }, { type: "string" }],
    ...options,
  });
}

/** The schema, or null. */
export function nullable<T extends TSchema>(schema: T, options: TSchemaOptions = {}) {
  return Type.Union([schema, Type.Null()], options);
}

/** An object whose known properties are given and which may carry any others, also when we write it. */
export function openObject<T extends TProperties>(properties: T, options: TSchemaOptions = {}) {
  return Type.Object(properties, { additionalProperties: true, ...options });
}

/** Any JSON object. */
export function anyObject(options: TSchemaOptions = {}) {
  return openObject({}, options);
}

/** Any value that the encoding can carry. */
export function anyValue(options: TSchemaOptions = {}) {
  return Type.Unknown(options);
}

/** Binary data: bytes in MessagePack and in your code, a base64 string in JSON. */
export function bytes(options: TSchemaOptions = {}) {
  return Type.Unsafe<Uint8Array>({ type: "string", contentEncoding: "base64", ...options });
}

/** A date and time as RFC 3339 writes it, with its offset. */
export function dateTime(options: TSchemaOptions = {}) {
  return Type.String({ format: "date-time", ...options });
}

/** A date and time as ISO 8601 writes it, with or without an offset. */
export function isoDateTime(options: TSchemaOptions = {}) {
  return Type.String({ format: "iso-date-time", ...options });
}

/** A whole number from zero up. */
export function count(options: TSchemaOptions = {}) {
  return Type.Integer({ minimum: 0, ...options });
}

/** A schema with a name of its own: it gets a type, a validator and one place in the document. */
export function named<T extends TSchema>(name: string, schema: T): T {
  // A copy with every property of the schema, also those that TypeBox hides.
  return Object.assign(Object.defineProperties({} as T, Object.getOwnPropertyDescriptors(schema)), { $id: name });
}

/**
 * An object told apart by one property. Each case, by the value of that property, is an object schema of what it has
 * beside it; a named case gets a type of its own.
 */
export function variants(property: string, cases: Readonly<Record<string, TObject>>, options: TSchemaOptions = {}) {
  return Type.Unsafe<unknown>({
    type: "object",
    required: [property],
    properties: { [property]: { type: "string" } },
    discriminator: property,
    oneOf: Object.entries(cases).map(([value, schema]) => withConstant(property, value, schema)),
    ...options,
  });
}

/** A value that tells a message or a case from others. */
export type Constant = string | number | boolean;

/** An object schema with one more property in front: a constant that tells it apart. */
export function withConstant(property: string, value: Constant, schema: TObject) {
  const { type: _type, required: _required, properties, ...rest } = schema;
  const extended = Type.Object({ [property]: Type.Literal(value), ...properties }, rest);
  // What TypeBox hides is not copied with the rest; the printer refuses it, so it must not be lost here.
  for (const hidden of ["~refine", "~codec"] as const) {
    const descriptor = Object.getOwnPropertyDescriptor(schema, hidden);
    if (descriptor !== undefined) Object.defineProperty(extended, hidden, descriptor);
  }
  return extended;
}
