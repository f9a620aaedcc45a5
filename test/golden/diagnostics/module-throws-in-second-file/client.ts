import { message, Type } from "wirepact/define";

const settings: { limits?: { text: number } } = {};

export const say = message({
  description: "Says something.",
  fields: { text: Type.String({ maxLength: (settings.limits as { text: number }).text }) },
});
