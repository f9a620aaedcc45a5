import { Unreachable } from "./peer.ts";

/** Loads a transport's library, which the tool needs for this alone. */
export async function library<Module>(name: string, load: () => Promise<Module>): Promise<Module> {
  try {
    return await load();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ERR_MODULE_NOT_FOUND") throw error;
    throw new Unreachable(`there is no ${name} here to connect with: npm install --save-dev ${name}`);
  }
}
