import { escapeStep } from "@wirepact/runtime";
import { getList, getObject, type Json } from "../../json.ts";
import type { Contract } from "../../model/contract.ts";
import { eachRemoved, removed, replaced } from "../change.ts";
import type { Change } from "../mutant.ts";

/** Bytes beside the socket are laid out otherwise: a part less, two the wrong way round, or text for bytes. */
export function changeLayout({ document, session: { codecs } }: Contract): Change[] {
  return codecs.flatMap(({ name, layout }) => {
    const codec = `/x-wirepact/codecs/${escapeStep(name)}`;
    const place = `${codec}/layout`;
    const parts = getList(getObject(getObject(getObject(document, "x-wirepact"), "codecs"), name), "layout");
    const turned = parts.slice(1).map((part, index): [string, Json] => {
      const before = parts[index] ?? null;
      return [layout[index]?.name ?? "", [...parts.slice(0, index), part, before, ...parts.slice(index + 2)]];
    });
    return [
      removed(document, codec, `there is no layout ${name}`),
      ...eachRemoved(document, place, parts, (part) => `${name} has no part ${JSON.stringify(part)}`, 1).map((change, index) => ({
        ...change,
        what: layout[index]?.name ?? "",
      })),
      ...turned.map(([part, list]) => replaced(document, place, list, `${name} has ${part} behind the next`, part)),
      ...layout.map((part, index) => {
        const kind = part.kind === "text" ? "bytes" : "text";
        return replaced(document, `${place}/${index}/kind`, kind, `${part.name} of ${name} is ${kind}`);
      }),
    ];
  });
}
