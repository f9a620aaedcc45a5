import { message, Type } from "wirepact/define";

const room = Type.String({ minLength: 1 });

export const join = message({ description: "Enters a room.", fields: { room } });
