import { fingerprint } from "../../fingerprint.ts";

/** The key under which AsyncAPI lets a name stand in `components`: itself, unless it has characters that keys may not have. */
export function componentKey(name: string): string {
  if (/^[\w.-]{1,80}$/.test(name) && name !== "__proto__") return name;
  return `${name.replace(/[^\w.-]/g, "_").slice(0, 60)}_${fingerprint(name)}`;
}
