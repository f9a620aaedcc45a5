import { Name } from "ajv";

/** The variables of a compiled validator that ajv's own keywords write to. */
export const vErrors = new Name("vErrors");
/** How many errors a compiled validator has found so far. */
export const errors = new Name("errors");
