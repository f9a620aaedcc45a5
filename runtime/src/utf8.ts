/** Whether bytes are UTF-8 from one end to the other. Most texts are ASCII, for which a look at each byte will do. */
export function isUtf8(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte < 0x80) || isDecodable(bytes);
}

const decoder = new TextDecoder("utf-8", { fatal: true });

function isDecodable(bytes: Uint8Array): boolean {
  try {
    decoder.decode(bytes);
    return true;
  } catch {
    return false;
  }
}
