/** What is known of the texts of a format without asking its test: how long they are, which other formats they keep, and some of them. */
export interface FormatFacts {
  readonly from: number;
  readonly to: number;
  readonly implies: readonly string[];
  readonly samples: readonly string[];
}

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
