import { list } from "../../document/pointer.ts";
import type { Site, Step } from "./sites.ts";

/** What a value is that breaks a keyword, after the name of what is refused: `body.name longer than 64`. */
export function words(target: string, site: Site): string {
  const { schema, keyword, name = "", trigger = "", path } = site;
  const part = target + path.map(stepText).join("");
  const limit = JSON.stringify(schema[keyword]);
  switch (keyword) {
    case "type":
      return `${part} that is no ${[schema["type"] ?? ""].flat().map(String).join(" or ")}`;
    case "enum":
      return `${part} that is none of ${shortened(
        list(schema["enum"])
          .map((value) => JSON.stringify(value))
          .join(", "),
      )}`;
    case "const":
      return `${part} other than ${shortened(limit)}`;
    case "format":
      return `${part} that is no ${String(schema["format"])}`;
    case "pattern":
      return `${part} that does not match its pattern`;
    case "minimum":
      return `${part} below ${limit}`;
    case "maximum":
      return `${part} above ${limit}`;
    case "exclusiveMinimum":
      return `${part} not above ${limit}`;
    case "exclusiveMaximum":
      return `${part} not below ${limit}`;
    case "multipleOf":
      return `${part} that is no multiple of ${limit}`;
    case "minLength":
      return `${part} shorter than ${limit}`;
    case "maxLength":
      return `${part} longer than ${limit}`;
    case "minItems":
      return `${part} with fewer than ${limit} items`;
    case "maxItems":
      return `${part} with more than ${limit} items`;
    case "uniqueItems":
      return `${part} with an item twice`;
    case "minProperties":
      return `${part} with fewer than ${limit} properties`;
    case "maxProperties":
      return `${part} with more than ${limit} properties`;
    case "required":
      return `${part} without ${name}`;
    case "dependentRequired":
      return `${part} with ${trigger} but without ${name}`;
    case "additionalProperties":
    case "unevaluatedProperties":
      return `${part} with an unknown property`;
    case "anyOf":
    case "oneOf":
      return `${part} that breaks its ${keyword}`;
    default:
      return `${part} that breaks \`${keyword}\``;
  }
}

function stepText(step: Step): string {
  switch (step.kind) {
    case "property":
      return `.${step.name}`;
    case "item":
      return `[${step.index ?? ""}]`;
    case "additional":
      return ".*";
    default:
      throw new TypeError(`unknown step: ${String(step satisfies never)}`);
  }
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
