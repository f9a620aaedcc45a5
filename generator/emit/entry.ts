import type { Contract } from "../model/contract.ts";
import { comment } from "./code.ts";
import { BANNER, type EmittedFile } from "./file.ts";
import type { Render } from "./template.ts";

/** Emits `index.js`: the package's front door. */
export function emitEntry({ title, description }: Contract, render: Render): EmittedFile[] {
  const view = { about: comment([`${title}.`, description]).text };
  return [
    { path: "index.js", text: `${BANNER}\n${render("index.js", view)}` },
    { path: "index.d.ts", text: `${BANNER}\n${render("index.d.ts", view)}` },
  ];
}
