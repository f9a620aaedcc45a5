import type { Rule } from "../rule.ts";
import { machineAdded } from "./machineAdded.ts";
import { machineFinalAdded } from "./machineFinalAdded.ts";
import { machineFinalRemoved } from "./machineFinalRemoved.ts";
import { machineInitialAdded } from "./machineInitialAdded.ts";
import { machineInitialRemoved } from "./machineInitialRemoved.ts";
import { machinePlaceChanged } from "./machinePlaceChanged.ts";
import { machineRemoved } from "./machineRemoved.ts";
import { machineRenamed } from "./machineRenamed.ts";
import { machineStateAdded } from "./machineStateAdded.ts";
import { machineStateRemoved } from "./machineStateRemoved.ts";
import { machineTransitionAdded } from "./machineTransitionAdded.ts";
import { machineTransitionRemoved } from "./machineTransitionRemoved.ts";

/** What can change in the state machines. */
export const machineRules = {
  "machine-added": machineAdded,
  "machine-removed": machineRemoved,
  "machine-renamed": machineRenamed,
  "machine-place-changed": machinePlaceChanged,
  "machine-state-added": machineStateAdded,
  "machine-state-removed": machineStateRemoved,
  "machine-transition-added": machineTransitionAdded,
  "machine-transition-removed": machineTransitionRemoved,
  "machine-initial-added": machineInitialAdded,
  "machine-initial-removed": machineInitialRemoved,
  "machine-final-added": machineFinalAdded,
  "machine-final-removed": machineFinalRemoved,
} as const satisfies Readonly<Record<string, Rule>>;
