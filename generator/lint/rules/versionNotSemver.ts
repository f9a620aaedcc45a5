import { quote } from "../../diagnostics.ts";
import type { LintRule } from "../rule.ts";

const SEMVER =
  /^(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)(?:-[\da-zA-Z-]+(?:\.[\da-zA-Z-]+)*)?(?:\+[\da-zA-Z-]+(?:\.[\da-zA-Z-]+)*)?$/;

/** A version says what changed. */
export const versionNotSemver: LintRule = {
  level: "warning",
  title: "A version that is no semantic version",
  explanation:
    "`info.version` is the version of the generated package, which npm wants as MAJOR.MINOR.PATCH (semver.org): what is missing is filled with zeros, what cannot be read becomes 0.0.0, and `^1.2.0` in a user's package then means something else than you do. Write all three numbers.",
  *check({ contract: { version } }) {
    if (!SEMVER.test(version))
      yield {
        pointer: "/info/version",
        text: `the version ${quote(version)} is no semantic version; write MAJOR.MINOR.PATCH, such as 1.0.0`,
      };
  },
};
