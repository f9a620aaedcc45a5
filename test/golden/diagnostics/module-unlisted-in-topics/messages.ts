import { message, Type } from "wirepact/define";

const topics = Type.Array(Type.String());

export const subscribe = message({ description: "Adds topics.", fields: { topics } });
export const unsubscribe = message({ description: "Takes topics away.", fields: { topics } });
export const said = message({ description: "Somebody said something.", fields: { text: Type.String() } });
export const whispered = message({ description: "Somebody whispered.", fields: { text: Type.String() } });
