import { message, Type } from "wirepact/define";

export const say = message({
  description: "Says something.",
  fields: { text: Type.String( },
});
