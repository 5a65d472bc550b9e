import { isObject, type Rule } from "./redocly.ts";

/** Every document is complete in itself: it travels inside the published package as one file. */
export const ownReferences: Rule = () => ({
  ref: {
    enter(node, { location, report }) {
      if (!isObject(node) || typeof node["$ref"] !== "string" || node["$ref"].startsWith("#/")) return;
      report({
        message: `\`${node["$ref"]}\` leaves the document; expected a reference that begins with \`#/\`.`,
        location: location.child(["$ref"]),
      });
    },
  },
});
