import { message, Type } from "wirepact/define";
import { room } from "./shapes.ts";

export const say = message({ description: "Says something.", fields: { room, text: Type.String() } });
