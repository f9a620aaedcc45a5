/** Items that belong together, each printed once there is room for it; folded below their title, where they have one. */
export interface Section {
  readonly title: string | undefined;
  readonly items: readonly (() => string)[];
}

/** A text of parts, and how large it may become. */
export interface Fitted {
  readonly head: readonly string[];
  /** In the order in which they get room. */
  readonly sections: readonly Section[];
  /** Tells how many items found no room. */
  readonly left: (count: number) => string;
  readonly footer: readonly string[];
  /** In bytes of UTF-8. */
  readonly largest: number;
}

const BETWEEN = "\n\n";

/** Puts a Markdown text together of as many items as fit, in their order. What has no room is told; no item is cut. */
export function fitWithin({ head, sections, left, footer, largest }: Fitted): string {
  const count = sections.reduce((sum, { items }) => sum + items.length, 0);
  const room = largest - sizeOf([...head, left(count), ...footer]);
  const { parts, shown } = take(sections, room);
  const told = shown === count ? [] : [left(count - shown)];
  return [...head, ...parts, ...told, ...footer].join(BETWEEN);
}

function take(sections: readonly Section[], room: number): { readonly parts: readonly string[]; readonly shown: number } {
  const parts: string[] = [];
  let shown = 0;
  let free = room;
  for (const { title, items } of sections) {
    const [opening, ending] = title === undefined ? [[], []] : [[`<details>\n<summary>${title}</summary>`], ["</details>"]];
    free -= sizeOf([...opening, ...ending]);
    const fitting = itemsWithin(items, free);
    free -= sizeOf(fitting);
    shown += fitting.length;
    if (fitting.length > 0) parts.push(...opening, ...fitting, ...ending);
    if (fitting.length < items.length) break;
  }
  return { parts, shown };
}

function itemsWithin(items: readonly (() => string)[], room: number): readonly string[] {
  const fitting: string[] = [];
  let free = room;
  for (const item of items) {
    const printed = item();
    free -= sizeOf([printed]);
    if (free < 0) break;
    fitting.push(printed);
  }
  return fitting;
}

/** Bytes of some parts and of what stands between them. */
function sizeOf(parts: readonly string[]): number {
  return parts.reduce((sum, part) => sum + Buffer.byteLength(part) + BETWEEN.length, 0);
}
