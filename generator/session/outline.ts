import { pointerSteps, readPointer } from "@wirepact/runtime";
import { isPlainObject } from "@wirepact/runtime/codegen-v1";

/** As much of a frame as some pointers look at, so that a frame need not be kept for them. */
export function outlineOf(frame: unknown, pointers: readonly string[]): unknown {
  return pointers.reduce((held: unknown, pointer) => {
    const reading = readPointer(frame, pointer);
    return reading.found ? put(held, pointerSteps(pointer), reading.value) : held;
  }, {});
}

/** A computed key of a literal is an own property, whatever its name. */
function put(held: unknown, [step, ...rest]: readonly string[], value: unknown): unknown {
  if (step === undefined) return value;
  const inner = isPlainObject(held) ? Object.getOwnPropertyDescriptor(held, step)?.value : undefined;
  return { ...(isPlainObject(held) ? held : {}), [step]: put(inner ?? {}, rest, value) };
}
