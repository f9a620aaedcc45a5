import { expect, test } from "vitest";
import { contractOf, makeFiles } from "./support/makeFiles.ts";
import { loadShipped, PROTOCOLS } from "./support/protocols.ts";

test.each(PROTOCOLS)("%s gives a package", async (protocol) => {
  const { document } = await loadShipped(protocol);
  expect(makeFiles(contractOf(document, protocol)).size).toBeGreaterThan(10);
});
