/** Whether two texts are the same, in a time that depends on the length of the first alone: one of them may be a secret. */
export function sameText(said: string, wanted: string): boolean {
  let difference = said.length ^ wanted.length;
  for (let index = 0; index < said.length; index++) {
    difference |= said.charCodeAt(index) ^ wanted.charCodeAt(wanted.length === 0 ? 0 : index % wanted.length);
  }
  return difference === 0;
}
