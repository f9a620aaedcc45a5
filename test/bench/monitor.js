/** Follows long sessions of nodetool's jobs, and tells how fast and what is kept. Prints; asserts nothing. */
import { fileURLToPath } from "node:url";
import { Findings } from "../../dist/generator/diagnostics.js";
import { loadProtocolModule } from "../../dist/generator/load/protocolModule.js";
import { buildContract } from "../../dist/generator/model/buildContract.js";
import { createMonitor } from "../../dist/generator/monitor/sessionMonitor.js";

/** `node --expose-gc test/bench/monitor.js [frames]` */
const FRAMES = Number(process.argv[2] ?? 1_000_000);
const { document } = await loadProtocolModule(fileURLToPath(new URL("../../schemas/nodetool", import.meta.url)));
const monitor = createMonitor(buildContract(document, "nodetool", new Findings()));

const jobOf = (job_id) => [
  { from: "client", frame: { command: "run_job", data: { workflow_id: "wf" } } },
  { from: "server", frame: { message: "Job started", job_id } },
  { from: "server", frame: { type: "job_update", status: "running", job_id } },
  { from: "server", frame: { type: "node_update", node_id: "n", node_name: "N", status: "running", job_id } },
  { from: "server", frame: { type: "job_update", status: "completed", job_id } },
];

/** How long it took to follow so many frames, and the heap after them. */
function follow(frames, name) {
  const start = performance.now();
  let refused = 0;
  for (let job = 0; job * 5 < frames; job++) {
    for (const step of jobOf(`${name}-${job}`)) if (!monitor.hear(step).ok) refused += 1;
  }
  const seconds = (performance.now() - start) / 1000;
  globalThis.gc?.();
  const heap = process.memoryUsage().heapUsed / 1024 / 1024;
  console.log(
    `${frames.toLocaleString("en").padStart(10)} frames  ${Math.round(frames / seconds)
      .toLocaleString("en")
      .padStart(9)} a second` +
      `  ${heap.toFixed(1).padStart(6)} MiB of heap  ${monitor.retained} things kept  ${refused} refused`,
  );
}

console.log("a session of nodetool, 5 frames a job\n");
for (const part of [0.1, 0.4, 0.5]) follow(Math.round(FRAMES * part), `part${part}`);
