import { quote } from "../../diagnostics.ts";
import { getString } from "../../json.ts";
import { serversOf } from "../../model/servers.ts";
import type { LintRule } from "../rule.ts";

const PRIVATE =
  /^(?:localhost|127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|0\.0\.0\.0|\[|[^.:/]+(?::|\/|$)|[^:/]*\.(?:local|internal|test|example|localhost|invalid)(?::|\/|$)|\{)/i;

/** What goes over the open network is encrypted. */
export const unencryptedServer: LintRule = {
  level: "warning",
  title: "A public server without encryption",
  explanation:
    "`ws` to a host of the open network is read, and changed, by everybody on the way, credentials included; and a page that was loaded over https may not open it at all. Say `wss`. Hosts of this machine, of private networks and without a domain are not meant.",
  *check({ contract: { document } }) {
    for (const { value, pointer } of serversOf(document)) {
      const host = getString(value, "host") ?? "";
      if (getString(value, "protocol") !== "ws" || PRIVATE.test(host)) continue;
      yield { pointer: `${pointer}/protocol`, text: `${quote(host)} is reached by ws, which anybody on the way reads; say wss` };
    }
  },
};
