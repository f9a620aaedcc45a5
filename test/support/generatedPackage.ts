import type { FrameReader } from "../../generator/monitor/frameReader.ts";
import { ROOT } from "./protocols.ts";

/** Reads frames with a generated package, as its user would. */
export async function generatedReader(protocol: string): Promise<FrameReader> {
  const { parseClientMessage, parseServerMessage } = await import(`${ROOT}generated/${protocol}/index.js`);
  return { client: parseClientMessage, server: parseServerMessage };
}
