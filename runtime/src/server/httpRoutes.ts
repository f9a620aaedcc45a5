import type { ServerDefinition } from "./definition.ts";
import type { Handler } from "./host.ts";
import type { HttpRoute } from "./listener.ts";

/** The HTTP calls of a contract, each with the handler that answers it. */
export function routesOf(
  { contract, http = [] }: ServerDefinition,
  methodOf: (name: string) => Handler | undefined,
  report: (error: unknown) => void,
): HttpRoute[] {
  return (contract.http ?? []).flatMap((call) => {
    const served = http.find(({ name }) => name === call.name);
    const handler = served === undefined ? undefined : methodOf(served.method);
    if (served === undefined || handler === undefined) return [];
    const answer = async () => {
      try {
        const body: unknown = await handler();
        if (served.check !== undefined && !served.check(body))
          throw new TypeError(`${served.method} gave no body of ${call.name}`);
        return body;
      } catch (error) {
        report(error);
        throw error;
      }
    };
    return [{ call, answer }];
  });
}
