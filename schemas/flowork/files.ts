import { closed, message, named, openObject, Type } from "wirepact/define";
import { signed } from "./auth.ts";
import { job } from "./shapes.ts";

const path = Type.String({ description: "A directory's path, as the engine writes it." });
const error = Type.Optional(Type.String({ description: "Why there is no list." }));

const Drive = named(
  "Drive",
  openObject(
    {
      name: Type.String({ description: "What to show." }),
      path: Type.String({ description: "What to ask request_directory_list for." }),
      type: Type.Literal("drive", { description: "Tells it from a directory's entry." }),
    },
    { description: "A root from which browsing starts." },
  ),
);

const DirectoryItem = named(
  "DirectoryItem",
  openObject(
    {
      name: Type.String({ description: "Its name within the directory." }),
      path: Type.String({ description: "Its full path." }),
      type: closed(["file", "directory"], { description: "Whether it can be browsed further." }),
    },
    { description: "An entry of a directory." },
  ),
);

export const request_drives = message({
  description: "Asks for the roots that may be browsed.",
  source: "flowork.md:55",
  fields: { ...job },
  examples: [signed({ type: "request_drives" })],
});

export const drives_list_response = message({
  description: "Answers request_drives: the roots, or why there are none to give.",
  source: "flowork.md:81",
  fields: { drives: Type.Optional(Type.Array(Drive, { description: "The roots." })), error },
  exactlyOne: ["drives", "error"],
  examples: [
    { type: "drives_list_response", drives: [{ name: "data", path: "/app/data", type: "drive" }] },
    { type: "drives_list_response", error: "file browsing is switched off" },
  ],
});

export const request_directory_list = message({
  description: "Asks what a directory holds.",
  source: "flowork.md:56",
  fields: { ...job, path },
  examples: [
    signed({ type: "request_directory_list", path: "/app/data" }),
    signed({ type: "request_directory_list", path: "/app/missing" }),
  ],
});

export const directory_list_response = message({
  description: "Answers request_directory_list: the entries, or why they cannot be read; the path stands beside either.",
  source: "flowork.md:82",
  fields: { path, items: Type.Optional(Type.Array(DirectoryItem, { description: "The entries." })), error },
  exactlyOne: ["items", "error"],
  examples: [
    {
      type: "directory_list_response",
      path: "/app/data",
      items: [
        { name: "reports", path: "/app/data/reports", type: "directory" },
        { name: "input.csv", path: "/app/data/input.csv", type: "file" },
      ],
    },
    { type: "directory_list_response", path: "/app/missing", error: "no such directory" },
  ],
});
