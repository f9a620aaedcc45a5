import { isUtf8 } from "./utf8.ts";

/** How deep lists and maps may be nested. */
const DEEPEST = 1000;

/**
 * Whether MessagePack bytes are one value whose lists and maps claim no more than the bytes can hold, nested no deeper than
 * 1000, and whose texts are UTF-8. Looks at headers and texts only and allocates nothing in proportion to what they claim, so that a decoder may then trust them.
 */
export function isPlausible(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const open: number[] = [1];
  let pending = 1;
  let offset = 0;
  while (pending > 0) {
    while (open.at(-1) === 0) open.pop();
    if (offset >= bytes.length || open.length > DEEPEST + 1) return false;
    const header = readHeader(view, offset);
    if (header === undefined) return false;
    open[open.length - 1] = (open.at(-1) ?? 0) - 1;
    pending += header.children - 1;
    const text = offset + header.length - header.text;
    offset += header.length;
    // Every value takes a byte at least.
    if (offset > bytes.length || pending > bytes.length - offset) return false;
    if (header.text > 0 && !isUtf8(bytes.subarray(text, offset))) return false;
    if (header.children > 0) open.push(header.children);
  }
  return offset === bytes.length;
}

/** Bytes of a header with its text or bytes, and how many values follow as its own. */
interface Header {
  readonly length: number;
  readonly children: number;
  /** How many bytes at its end are text. */
  readonly text: number;
}

/** https://github.com/msgpack/msgpack/blob/master/spec.md#formats */
function readHeader(view: DataView, offset: number): Header | undefined {
  const type = view.getUint8(offset);
  if (type < 0x80 || type >= 0xe0) return { length: 1, children: 0, text: 0 };
  if (type < 0x90) return { length: 1, children: (type & 0x0f) * 2, text: 0 };
  if (type < 0xa0) return { length: 1, children: type & 0x0f, text: 0 };
  if (type < 0xc0) return { length: 1 + (type & 0x1f), children: 0, text: type & 0x1f };
  const sized = SIZED.get(type);
  if (sized === undefined) return FIXED.has(type) ? { length: FIXED.get(type) ?? 1, children: 0, text: 0 } : undefined;
  if (offset + 1 + sized.width > view.byteLength) return undefined;
  const size =
    sized.width === 1 ? view.getUint8(offset + 1) : sized.width === 2 ? view.getUint16(offset + 1) : view.getUint32(offset + 1);
  const head = 1 + sized.width;
  if (sized.each > 0) return { length: head, children: size * sized.each, text: 0 };
  return { length: head + sized.extra + size, children: 0, text: type >= 0xd9 ? size : 0 };
}

/** Types of one length: nil, booleans, numbers and the small extensions. */
const FIXED: ReadonlyMap<number, number> = new Map<number, number>([
  ...[0xc0, 0xc2, 0xc3].map((type) => [type, 1] as const),
  ...[0xcc, 0xd0].map((type) => [type, 2] as const),
  ...[0xcd, 0xd1].map((type) => [type, 3] as const),
  ...[0xca, 0xce, 0xd2].map((type) => [type, 5] as const),
  ...[0xcb, 0xcf, 0xd3].map((type) => [type, 9] as const),
  ...[1, 2, 4, 8, 16].map((size, index) => [0xd4 + index, 2 + size] as const),
]);

/** Types that say their length: its width in bytes, bytes beside it, and values for each (0 where it counts bytes). */
const SIZED: ReadonlyMap<number, { readonly width: number; readonly extra: number; readonly each: number }> = new Map<
  number,
  { readonly width: number; readonly extra: number; readonly each: number }
>([
  ...[0xc4, 0xc5, 0xc6].map((type, index) => [type, { width: 2 ** index, extra: 0, each: 0 }] as const),
  ...[0xc7, 0xc8, 0xc9].map((type, index) => [type, { width: 2 ** index, extra: 1, each: 0 }] as const),
  ...[0xd9, 0xda, 0xdb].map((type, index) => [type, { width: 2 ** index, extra: 0, each: 0 }] as const),
  ...[0xdc, 0xdd].map((type, index) => [type, { width: 2 * 2 ** index, extra: 0, each: 1 }] as const),
  ...[0xde, 0xdf].map((type, index) => [type, { width: 2 * 2 ** index, extra: 0, each: 2 }] as const),
]);
