import { anyObject, message, open, Type } from "wirepact/define";
import { signed } from "./auth.ts";
import { job } from "./shapes.ts";

const component_type = open(["modules", "plugins", "tools", "triggers"], { description: "What kind of component." });

export const request_components_list = message({
  description: "Asks for all components of one kind.",
  source: "flowork.md:60",
  fields: { ...job, component_type },
  examples: [
    signed({ type: "request_components_list", component_type: "modules" }),
    signed({ type: "request_components_list", component_type: "triggers" }),
  ],
});

export const components_list_response = message({
  description: "Answers request_components_list.",
  source: "flowork.md:83",
  fields: { component_type, components: Type.Array(anyObject(), { description: "The components that the engine has." }) },
  examples: [
    {
      type: "components_list_response",
      component_type: "modules",
      components: [{ id: "starter_module", name: "Start", is_installed: true }],
    },
    { type: "components_list_response", component_type: "triggers", components: [] },
  ],
});
