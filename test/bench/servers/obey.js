/** Tells the benchmark where this server listens, and does what it asks for: a broadcast, or its memory. */
export function obey(port, broadcast) {
  process.on("message", ({ times }) => {
    for (let round = 0; round < (times ?? 0); round++) broadcast([{ op: "set", key: "count", value: round }]);
    if (times !== undefined) return;
    globalThis.gc?.();
    const { heapUsed, external } = process.memoryUsage();
    process.send({ memory: heapUsed + external });
  });
  process.on("disconnect", () => process.exit());
  process.send({ port });
}
