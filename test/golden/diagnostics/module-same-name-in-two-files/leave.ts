import { message, Type } from "wirepact/define";

const room = Type.String({ minLenght: 1 });

export const leave = message({ description: "Leaves a room.", fields: { room } });
