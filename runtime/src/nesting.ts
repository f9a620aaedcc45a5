/** Whether lists and objects of a decoded value are nested deeper than allowed. Looks no deeper than that itself. */
export function isNestedDeeper(value: unknown, allowed: number): boolean {
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return false;
  if (allowed === 0) return true;
  if (Array.isArray(value)) return value.some((item) => isNestedDeeper(item, allowed - 1));
  return Object.values(value).some((item) => isNestedDeeper(item, allowed - 1));
}
