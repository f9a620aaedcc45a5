import type { Finding, Side } from "../../change.ts";

/** What is the same in all that is said of what clients name and use. */
export function aboutResource(side: Side): Pick<Finding, "level" | "message" | "from" | "pointer" | "side"> {
  return { level: "wire", message: null, from: ["client"], pointer: "/x-wirepact/resource", side };
}
