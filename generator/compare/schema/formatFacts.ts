import { ISO_DATE_TIME_PATTERN } from "@wirepact/runtime";

/** What is known of the texts of a format without asking its test: how long they are, which other formats they keep, and some of them. */
export interface FormatFacts {
  readonly from: number;
  readonly to: number;
  readonly implies: readonly string[];
  readonly samples: readonly string[];
}

/** Patterns that all texts of a format match; where `isExact`, no other texts do. */
export const FORMAT_PATTERNS: ReadonlyMap<string, { readonly pattern: string; readonly isExact: boolean }> = new Map([
  [
    "date-time",
    {
      pattern: String.raw`^\d{4}-[01]\d-[0-3]\d[Tt][0-2]\d:[0-5]\d:[0-6]\d(?:\.\d+)?(?:[Zz]|[+\-][0-2]\d:[0-5]\d)$`,
      isExact: false,
    },
  ],
  ["iso-date-time", { pattern: ISO_DATE_TIME_PATTERN, isExact: true }],
  ["date", { pattern: String.raw`^\d{4}-[01]\d-[0-3]\d$`, isExact: false }],
  ["time", { pattern: String.raw`^[0-2]\d:[0-5]\d:[0-6]\d(?:\.\d+)?(?:[Zz]|[+\-][0-2]\d:[0-5]\d)$`, isExact: false }],
  ["email", { pattern: String.raw`^[^\s@]+@[^\s@]+$`, isExact: false }],
  ["hostname", { pattern: String.raw`^[A-Za-z\d.\-]+$`, isExact: false }],
  ["ipv4", { pattern: String.raw`^\d{1,3}(?:\.\d{1,3}){3}$`, isExact: false }],
  ["ipv6", { pattern: String.raw`^[\dA-Fa-f:.]+$`, isExact: false }],
  ["uri", { pattern: String.raw`^[A-Za-z][A-Za-z\d+.\-]*:[^\s"<>\\^\u0060{|}]*$`, isExact: false }],
  ["uri-reference", { pattern: String.raw`^[^\s"<>\\^\u0060{|}]*$`, isExact: false }],
  ["uuid", { pattern: String.raw`^[\dA-Fa-f]{8}(?:-[\dA-Fa-f]{4}){3}-[\dA-Fa-f]{12}$`, isExact: true }],
  ["json-pointer", { pattern: String.raw`^(?:\/(?:[^~\/]|~[01])*)*$`, isExact: true }],
]);

/** The formats of texts, by their names. */
export const FORMAT_FACTS: ReadonlyMap<string, FormatFacts> = new Map<string, FormatFacts>([
  [
    "date-time",
    about(20, Infinity, ["iso-date-time"], "2024-01-02T03:04:05Z", "2024-01-02T03:04:05.678+01:00", "2016-12-31t23:59:60z"),
  ],
  ["date", about(10, 10, [], "2024-01-02", "2000-02-29")],
  ["time", about(9, Infinity, [], "03:04:05Z", "03:04:05.678+01:00")],
  ["email", about(5, 320, [], "ann@example.org", "a@b.c")],
  ["hostname", about(1, 253, [], "example.org", "a", "127.0.0.1", "a-b.c")],
  ["ipv4", about(7, 15, ["hostname"], "127.0.0.1", "255.255.255.255")],
  ["ipv6", about(2, 45, [], "::1", "2001:db8::1", "::ffff:127.0.0.1")],
  ["uri", about(2, Infinity, ["uri-reference"], "https://example.org/path", "urn:a:b", "a:")],
  ["uri-reference", about(0, Infinity, [], "/path?query", "a", "", "https://example.org/path")],
  ["uuid", about(36, 36, ["hostname"], "123e4567-e89b-12d3-a456-426614174000", "123E4567-E89B-12D3-A456-426614174ABC")],
  ["json-pointer", about(0, Infinity, [], "/a/0", "", "/")],
  ["regex", about(0, Infinity, [], "^a+$", "", "[a-z]")],
  ["iso-date-time", about(16, Infinity, [], "2024-01-02 03:04", "2024-01-02T03:04:05Z", "2024-01-02T03:04:05")],
]);

function about(from: number, to: number, implies: readonly string[], ...samples: readonly string[]): FormatFacts {
  return { from, to, implies, samples };
}
