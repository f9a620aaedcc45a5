import type { CallOptions } from "../../../runtime/src/client/options.ts";
import type { TestClient, TestStream } from "./stage.ts";

/** A stream is given at once, though the loose type of a test's client says otherwise. */
export function startStream(client: TestClient, method: string, fields: unknown, options: CallOptions = {}): TestStream {
  return client[method]?.(fields, options) as unknown as TestStream;
}
