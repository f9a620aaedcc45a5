import { equal } from "@wirepact/runtime/codegen-v1";
import type { Contract } from "../model/contract.ts";
import type { Change, Level } from "./change.ts";
import { type CompareOptions, changesAt, type Found, findDifferences } from "./compareContracts.ts";
import { protocolRemoved } from "./protocolRules.ts";
import { adviseVersion, type VersionAdvice } from "./version.ts";

/** A contract as a review names it. */
export interface Reviewed {
  readonly title: string;
  readonly version: string;
}

/** What is to be said of one protocol. */
export interface Review {
  readonly protocol: string;
  /** Null where the protocol is new. */
  readonly before: Reviewed | null;
  /** Null where the protocol is gone. */
  readonly after: Reviewed | null;
  readonly changes: readonly Change[];
  /** Of all changes, those that only another level tells, too: what an approval may name. */
  readonly fingerprints: readonly string[];
  /** Null where the protocol is new or gone. */
  readonly version: VersionAdvice | null;
}

/** Compares the contracts of one protocol. */
export function reviewContracts(before: Contract, after: Contract, { level, today }: CompareOptions): Review {
  return reviewAt(level, before, after, findDifferences(before, after, today));
}

/** What a level tells of the differences between two contracts. */
export function reviewAt(level: Level, before: Contract, after: Contract, found: readonly Found[]): Review {
  const changes = changesAt(level, found);
  const isEqual = equal(withoutVersion(before), withoutVersion(after));
  return {
    protocol: after.protocol,
    before: reviewed(before),
    after: reviewed(after),
    changes,
    fingerprints: changesAt("types", found).map(({ fingerprint }) => fingerprint),
    version: adviseVersion(changes, isEqual, before.version, after.version),
  };
}

/** The review of a protocol that only one side has. */
export function reviewAlone(contract: Contract, side: "before" | "after"): Review {
  const one = reviewed(contract);
  const changes = side === "before" ? [protocolRemoved(contract)] : [];
  return {
    protocol: contract.protocol,
    before: side === "before" ? one : null,
    after: side === "after" ? one : null,
    changes,
    fingerprints: changes.map(({ fingerprint }) => fingerprint),
    version: null,
  };
}

function reviewed({ title, version }: Contract): Reviewed {
  return { title, version };
}

function withoutVersion({ document }: Contract): Contract["document"] {
  const info = document["info"];
  return { ...document, info: typeof info === "object" && info !== null && !Array.isArray(info) ? { ...info, version: "" } : "" };
}
