import { connectNodetool } from "@wirepact/nodetool/client";

/** A job that streams its progress and bytes, and is cancelled. */
window.flow = async (url) => {
  const client = await connectNodetool(url);
  const job = client.runJob({ workflow_id: "wf-1" });
  const { message } = await job.reply;
  const seen = [];
  for await (const item of job) {
    seen.push(item.message === "job_update" ? item.value.status : item.message);
    if (item.message === "binary_update") seen.push(...item.value.binary);
    if (item.message === "node_progress") await client.cancelJob({ job_id: item.value.job_id });
  }
  await client.close();
  return { message, seen };
};
