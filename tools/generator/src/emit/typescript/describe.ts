import type {
  Body,
  Constraints,
  ExternalDocs,
  Json,
  NamedSchema,
  Parameter,
  Property,
  Type,
} from "../../read/model.ts";
import { blockTag, type DocComment, documented, literalTag, prose } from "./comment.ts";
import { codeSpan, constraintSentences } from "./constraint.ts";
import { codeWidth, literal } from "./literal.ts";
import { printType, propertySignature } from "./type.ts";

/** What a document says about a value, whatever kind of place holds it. */
interface Described {
  readonly type: Type;
  readonly description: string | undefined;
  readonly constraints: Constraints;
  readonly notes: readonly string[];
  readonly default: Json | undefined;
  readonly example: Json | undefined;
  readonly deprecated: boolean;
}

/** A property with its doc comment, and so on into nested objects. */
export function documentedProperty(property: Property): string {
  const type = printType(property.type, documentedProperty);
  return documented(propertyDoc(property), propertySignature(property, type));
}

export function schemaDoc(schema: NamedSchema): DocComment {
  return valueDoc({ ...schema, notes: [], default: undefined, example: schema.examples[0] });
}

export function parameterDoc(parameter: Parameter): DocComment {
  return valueDoc({
    ...parameter,
    notes: sensitivity(parameter.sensitive),
    example: parameter.examples[0]?.value,
  });
}

export function bodyDoc(body: Body): DocComment {
  const [main, ...others] = body.contents;
  const plain = main.mediaType === "application/json" && others.length === 0;
  const also = others.map((content) => codeSpan(content.mediaType)).join(", ");
  return valueDoc({
    type: main.type,
    description: body.description,
    constraints: {},
    notes: plain
      ? []
      : [`Sent as ${codeSpan(main.mediaType)}${also === "" ? "" : `; also accepted: ${also}`}.`],
    default: undefined,
    example: main.examples[0]?.value,
    deprecated: false,
  });
}

/** `@see` with a link, or with the bare text where following the address could do more than open a page. */
export function seeDoc(docs: ExternalDocs | undefined): DocComment {
  if (docs === undefined) return [];
  if (!/^(?:https?:\/\/|mailto:)/i.test(docs.url)) return blockTag("see", codeSpan(docs.url));
  const label = (docs.description ?? docs.url)
    .replaceAll(/\s+/g, " ")
    .replaceAll(/[[\]\\]/g, String.raw`\$&`);
  return blockTag("see", `[${label}](${docs.url.replaceAll(/[\s()<>]/g, encodeURIComponent)})`);
}

function propertyDoc(property: Property): DocComment {
  return valueDoc({
    ...property,
    notes: [
      ...(property.writeOnly ? ["Only sent, never answered."] : []),
      ...sensitivity(property.sensitive),
    ],
    example: property.examples[0],
  });
}

function valueDoc(value: Described): DocComment {
  const preset = value.default === undefined ? undefined : literal(value.default);
  const sample = value.example === undefined ? undefined : literal(value.example, codeWidth);
  return [
    ...prose(value.description),
    ...prose(
      [...constraintSentences(value.constraints), ...itemSentences(value.type), ...value.notes].join(" "),
    ),
    ...(preset === undefined ? [] : literalTag("default", preset)),
    ...(sample === undefined || sample === preset ? [] : literalTag("example", sample)),
    ...(value.deprecated ? blockTag("deprecated") : []),
  ];
}

/** Items have no place of their own for what is said about them. */
function itemSentences(type: Type): readonly string[] {
  const constraints =
    type.kind === "array" && "constraints" in type.items ? type.items.constraints : undefined;
  const sentences = constraintSentences(constraints ?? {});
  return sentences.length === 0 ? [] : [`Each item: ${sentences.join(" ")}`];
}

function sensitivity(sensitive: boolean): readonly string[] {
  return sensitive ? ["A secret: shown as `[redacted]` in logs and errors."] : [];
}
