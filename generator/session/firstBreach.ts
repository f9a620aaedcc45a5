import type { SessionFrame, SessionMonitor } from "./sessionMonitor.ts";
import type { Violation } from "./verdict.ts";

/** The first that is wrong in a session: the frame, counted from 0, or null for its end; and all rules that are broken there. */
export interface FirstBreach {
  readonly step: number | null;
  readonly violations: readonly Violation[];
}

/** Hears a whole session, up to the first frame that breaks a rule; undefined where none does and nothing is owed. */
export function firstBreach(monitor: SessionMonitor, frames: readonly SessionFrame[]): FirstBreach | undefined {
  for (const [step, frame] of frames.entries()) {
    const verdict = monitor.hear(frame);
    if (!verdict.ok) return { step, violations: verdict.violations };
  }
  const owed = monitor.end().flatMap(({ violations }) => violations);
  return owed.length === 0 ? undefined : { step: null, violations: owed };
}
