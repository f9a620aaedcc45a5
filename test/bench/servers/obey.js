/** Tells the benchmark where this server listens, and does what it asks for: a broadcast, or its memory. */
export function obey(port, broadcast) {
  process.on("message", ({ times }) => {
    for (let round = 0; round < (times ?? 0); round++) broadcast([{ op: "set", key: "count", value: round }]);
    if (times !== undefined) return;
    globalThis.gc?.();
    process.send({ memory: process.memoryUsage().rss });
  });
  process.on("disconnect", () => process.exit());
  process.send({ port });
}
