import { anyObject, anyValue, message, named, openObject, Type } from "wirepact/define";
import { signed } from "./auth.ts";
import { job } from "./shapes.ts";

const name = Type.String({ description: "The variable's name, unique per user." });

const VariableData = named(
  "VariableData",
  openObject(
    {
      value: Type.Optional(anyValue({ description: "What the variable stands for." })),
      is_secret: Type.Optional(Type.Boolean({ description: "Whether the value is kept from view." })),
      is_enabled: Type.Optional(Type.Boolean({ description: "Whether workflows may use it." })),
      mode: Type.Optional(Type.String({ description: "How the value is chosen, such as `single`." })),
    },
    { description: "A variable without its name." },
  ),
);

export const request_variables = message({
  description: "Asks for the sender's variables, secret and global.",
  source: "flowork.md:67",
  fields: { ...job },
  examples: [signed({ type: "request_variables" })],
});

export const variables_response = message({
  description: "Answers request_variables.",
  source: "flowork.md:87",
  fields: { variables: Type.Array(anyObject(), { description: "The variables." }) },
  examples: [
    {
      type: "variables_response",
      variables: [{ name: "API_TOKEN", value: "", is_secret: true, is_enabled: true, mode: "single" }],
    },
  ],
});

export const update_variable = message({
  description: "Sets a variable, new or not.",
  source: "flowork.md:68",
  fields: { ...job, name, data: VariableData },
  examples: [
    signed({
      type: "update_variable",
      name: "API_TOKEN",
      data: { value: "t0p-s3cret", is_secret: true, is_enabled: true, mode: "single" },
    }),
    signed({ type: "update_variable", name: "CITY", data: { value: "Bandung" } }),
  ],
});

export const delete_variable = message({
  description: "Deletes a variable of the sender.",
  source: "flowork.md:69",
  fields: { ...job, name },
  examples: [signed({ type: "delete_variable", name: "API_TOKEN" })],
});
