import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const TESTS = "test/**/*.test.ts";

/**
 * Tests that take their time: they start processes, pack packages, compile every variation of a contract, or try
 * thousands of inputs. Whatever is not listed here is fast; `npm run test:fast` stays under a minute on two idle cores.
 */
const THOROUGH = [
  "test/bench/**/*.test.ts",
  "test/browser/**/*.test.ts",
  "test/cli/**/*.test.ts",
  "test/compare/{hostile,pairs,randomPairs,shared}.test.ts",
  "test/conform/{client,clientHostile,codec,codecHostile,floods,python,wrongCodecs,*Server*,serverTargets}.test.ts",
  "test/dialect/**/*.test.ts",
  "test/diagnostics/{hostileFiles,judge,keptParser,references,untouched}.test.ts",
  "test/docs/**/*.test.ts",
  "test/fixtures/{sessionLaws,sessions,soundness}.test.ts",
  "test/hostile/**/*.test.ts",
  "test/monitor/{hostile,interleaving,memory}.test.ts",
  "test/mutants/{command,hunt,protocols}.test.ts",
  "test/packages/**/*.test.ts",
  "test/protocols/{law,stableOutput}.test.ts",
  "test/review/{example,hostileReports,largeReports,places,workflows}.test.ts",
  "test/review/{approvals,documents,failures,forgotten,review,strangers,twoEdits}.test.ts",
  "test/review/{fingerprints,golden,hugeContracts,hostile,mirror,pairs,spentSessions,unnoticed}.test.ts",
  "test/strangers/**/*.test.ts",
  "test/suites/**/*.test.ts",
];

/** What takes longest, and so begins first: one of them at the end would keep a single core busy for a minute. */
const LONGEST = [
  "test/mutants/protocols",
  "test/review/unnoticed",
  "test/hostile/names",
  "test/conform/nodetoolServer",
  "test/conform/panelServer",
  "test/bench/bench",
  "test/conform/client",
  "test/conform/stubServers",
].map((path) => `/${path}.test.ts`);

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rest = (await super.sort(files)).filter(({ moduleId }) => !LONGEST.some((path) => moduleId.endsWith(path)));
    const longest = LONGEST.flatMap((path) => files.filter(({ moduleId }) => moduleId.endsWith(path)));
    return [...longest, ...rest];
  }
}

export default defineConfig({
  test: {
    exclude: ["**/node_modules/**"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: "forks",
    // By itself, vitest leaves one core alone, which is half of two.
    maxWorkers: availableParallelism(),
    restoreMocks: true,
    sequence: { sequencer: LongestFirst },
    // What is waited for comes sooner or later: a machine that is busy with both workers proves nothing.
    expect: { poll: { timeout: 20_000 } },
    projects: [
      // Fast tests are of functions and of servers that end with them: a worker reads the modules once for all of its files.
      { extends: true, test: { name: "fast", include: [TESTS], exclude: THOROUGH, isolate: false } },
      { extends: true, test: { name: "thorough", include: THOROUGH } },
    ],
  },
});
