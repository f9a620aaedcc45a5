import type { PlannedStep } from "./flowPlan.ts";

/**
 * The server's message that a client has to have read before it goes on: one that it answers, or an answer that it waits for, and
 * if there is one, with a step of the client behind it; else the last that it is told, before which it has no reason to leave.
 * Whoever goes on before that is there shows nothing of what it can read.
 */
export function witnessOf(steps: readonly PlannedStep[]): PlannedStep | undefined {
  const asked = new Set(steps.map(({ answers }) => answers));
  const last = steps.findLastIndex(({ from }) => from === "client");
  const isWitness = (step: PlannedStep) => step.from === "server" && (step.answers !== undefined || asked.has(step));
  const first = steps.findIndex(({ from }) => from === "client");
  return (
    steps.find((step, index) => index < last && isWitness(step)) ??
    steps.find(isWitness) ??
    steps.findLast(({ from }, index) => from === "server" && first !== -1 && index > first)
  );
}
