import { getList, getObject, type Json } from "../../json.ts";
import type { Contract } from "../../model/contract.ts";
import { eachRemoved, replaced } from "../change.ts";
import type { Change } from "../mutant.ts";

/** Where readers look for what a frame is: at one place less, or in another order. */
export function changeDiscriminators({ document }: Contract): Change[] {
  const declared = getObject(getObject(document, "x-wirepact"), "discriminators");
  return Object.entries(declared).flatMap(([side, held]) => {
    const places = getList({ held }, "held");
    const pointer = `/x-wirepact/discriminators/${side}`;
    return [
      ...eachRemoved(document, pointer, places, (place) => `readers of the ${side}'s frames do not look at ${place}`),
      ...turned(places).map(([what, list]) =>
        replaced(document, pointer, list, `readers of the ${side}'s frames look at ${what} first`, what),
      ),
    ];
  });
}

/** In which order readers try messages without a discriminator. */
export function changeShapes({ document }: Contract): Change[] {
  const shapes = getList(getObject(document, "x-wirepact"), "shapes");
  const pointer = "/x-wirepact/shapes";
  return [
    ...eachRemoved(document, pointer, shapes, (name) => `nothing says when ${name} is tried`),
    ...turned(shapes).map(([what, list]) =>
      replaced(document, pointer, list, `${what} is tried before the one in front of it`, what),
    ),
  ];
}

/** A list with each two neighbours the wrong way round. */
function turned(list: readonly Json[]): (readonly [what: string, list: readonly Json[]])[] {
  return list.slice(1).map((item, index) => {
    const before = list[index] ?? null;
    return [String(item), [...list.slice(0, index), item, before, ...list.slice(index + 2)]];
  });
}
