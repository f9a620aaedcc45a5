/**
 * Whether an object anywhere in a JSON text names a key twice. Parsers differ in which of the two they take, so that a
 * token could say one thing to us and another to whoever wrote or logged it. The text must be valid JSON.
 */
export function hasDuplicateKeys(json: string): boolean {
  const open: Set<string>[] = [];
  for (const [token, text] of json.matchAll(/[{}]|("(?:[^"\\]|\\.)*")\s*:|"(?:[^"\\]|\\.)*"/gs)) {
    if (token === "{") open.push(new Set());
    else if (token === "}") open.pop();
    else if (text !== undefined && isSecond(open.at(-1), text)) return true;
  }
  return false;
}

/** Keys are compared as they are meant: `"\\u0061lg"` is `"alg"`. */
function isSecond(keys: Set<string> | undefined, text: string): boolean {
  const key = String(JSON.parse(text));
  if (keys?.has(key) === true) return true;
  keys?.add(key);
  return false;
}
