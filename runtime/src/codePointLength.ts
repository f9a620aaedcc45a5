/** Length of a string in code points, which is what JSON Schema's minLength and maxLength count. */
export function codePointLength(text: string): number {
  let length = 0;
  for (const _ of text) length++;
  return length;
}
