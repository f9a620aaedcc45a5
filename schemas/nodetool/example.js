import { connectNodetool } from "@wirepact/nodetool/client";
import { serveNodetool } from "@wirepact/nodetool/server";

// One kind of job: it counts its progress, and stops when somebody cancels it.
const cancelled = new Set();

const server = await serveNodetool({
  async *runJob({ workflow_id }) {
    const job = { job_id: "job-1", workflow_id };
    yield ["acknowledgement", { message: "Job started", ...job }];
    yield ["job_update", { ...job, status: "running" }];
    for (let progress = 1; !cancelled.has(job.job_id); progress++) {
      yield ["node_progress", { ...job, node_id: "count", progress, total: 100 }];
    }
    yield ["job_update", { ...job, status: "cancelled" }];
  },
  cancelJob({ job_id }) {
    cancelled.add(job_id);
    return { message: "Job cancelled", job_id };
  },
}).listen(0);

const client = await connectNodetool(`ws://localhost:${server.port}/ws`);

const job = client.runJob({ workflow_id: "wf-1" });
console.log((await job.reply).message);

for await (const { message, value } of job) {
  if (message === "node_progress" && value.progress === 3) await client.cancelJob({ job_id: value.job_id });
  if (message === "job_update") console.log("the job is", value.status);
}

await client.close();
await server.close();
