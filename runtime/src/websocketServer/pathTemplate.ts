/** Reads a path by a template: its parameters, decoded, or undefined where it is another path. */
export type PathTemplate = (path: string) => Readonly<Record<string, string>> | undefined;

/** Compiles a template such as `/panels/{id}/ws`. Parameters stand in an object without a prototype: paths come from a peer. */
export function pathTemplate(template: string): PathTemplate {
  const wanted = template.split("/").map((segment) => ({ segment, name: /^\{(.+)\}$/.exec(segment)?.[1] }));
  return (path) => {
    const given = path.split("/");
    if (given.length !== wanted.length) return undefined;
    const parameters: Record<string, string> = Object.create(null);
    for (const [index, { segment, name }] of wanted.entries()) {
      const said = given[index] ?? "";
      const value = name === undefined ? said : decoded(said);
      if (name === undefined ? said !== segment : value === undefined || value === "") return undefined;
      if (name !== undefined && value !== undefined) parameters[name] = value;
    }
    return parameters;
  };
}

function decoded(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
