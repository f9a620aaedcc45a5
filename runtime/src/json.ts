import { FrameError, preview } from "./error.ts";

/** Decodes one frame of JSON text, or says why it is none. */
export function decodeJson(text: string): { readonly frame: unknown } | FrameError {
  try {
    return { frame: JSON.parse(text) };
  } catch {
    const issue = { path: "", code: "parse-error", text: "must be JSON", value: preview(text) };
    return new FrameError("parse-error", null, [issue]);
  }
}
