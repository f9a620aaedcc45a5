import { type PrivateKey, personalSign } from "./personalSign.ts";
import { sortedJson } from "./sortedJson.ts";
import { verifyPersonal } from "./verifyPersonal.ts";

/** The signature that Flowork's `save_preset` carries beside the frame's own: of the key-sorted JSON of `{"workflow_data": ...}`. */
export function signWorkflow(workflowData: unknown, privateKey: PrivateKey): string {
  return personalSign(presetText(workflowData), privateKey);
}

/** Whether a preset's signature is the address's own. Whatever it is given, it answers and never throws. */
export function verifyWorkflow(address: string, workflowData: unknown, signature: string): boolean {
  try {
    return verifyPersonal({ address, message: presetText(workflowData), signature });
  } catch {
    // No JSON, or nested deeper than the stack.
    return false;
  }
}

function presetText(workflowData: unknown): string {
  return sortedJson({ workflow_data: workflowData });
}
