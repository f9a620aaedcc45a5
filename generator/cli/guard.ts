import { strayError } from "../load/moduleError.ts";

/**
 * Runs a command that runs modules of the user. These may end the process, or throw where nobody waits for them, in a
 * timer or a promise: the command fails with that instead, and says where.
 */
export async function guard<T>(root: string, command: () => Promise<T>): Promise<T> {
  const exit = process.exit;
  const { promise, reject } = rejection(root);
  const stuck = () => reject(new Error("it waits for something that never happens"));
  process.exit = exitCalled;
  process.on("uncaughtException", reject).on("unhandledRejection", reject).on("beforeExit", stuck);
  try {
    return await Promise.race([command(), promise]);
  } finally {
    process.off("uncaughtException", reject).off("unhandledRejection", reject).off("beforeExit", stuck);
    process.exit = exit;
  }
}

function rejection(root: string): { readonly promise: Promise<never>; readonly reject: (reason: unknown) => void } {
  let settle: (reason: unknown) => void = () => {};
  const promise = new Promise<never>((_, reject) => {
    settle = reject;
  });
  return { promise, reject: (reason) => void strayError(reason, root).then(settle) };
}

function exitCalled(code?: number | string | null): never {
  throw new Error(`process.exit(${code ?? ""}) was called`);
}
