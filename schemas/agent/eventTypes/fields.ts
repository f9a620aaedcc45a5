import { Type } from "wirepact/define";

/** Fields that several event types share. */
export const tool_name = Type.String({ description: "The tool's name." });
export const similarity = Type.Number({ minimum: 0, maximum: 1, description: "How well the tool fits, from 0 to 1." });
export const stepNumber = Type.Integer({ minimum: 1, description: "Number of the step; the first is 1." });
export const task = Type.String({ description: "What the step is to do, in plain words." });
export const error = Type.String({ description: "What went wrong, for people." });
export const result = Type.String({ description: "What the tool returned, as text; may be cut short." });
export const tool_sequence = Type.Array(Type.String(), { description: "Names of the tools, in the order of their use." });
