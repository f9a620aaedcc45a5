import { message, Type } from "wirepact/define";

export const say = message({
  description: "Says something in a room.",
  fields: {
    room: Type.String(),
    text: Type.String({ minLenght: 1 }),
  },
});
