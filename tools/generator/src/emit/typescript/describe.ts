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
  readonly externalDocs?: ExternalDocs | undefined;
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
  const [main] = body.contents;
  return valueDoc({
    type: main.type,
    description: body.description,
    constraints: {},
    notes: mediaTypeNotes(body),
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
  const { default: preset, example } = value;
  const telling = preset === undefined || example === undefined || literal(example) !== literal(preset);
  return [
    ...withFacts(value.description, [
      ...constraintSentences(shownConstraints(value)),
      ...itemSentences(value.type),
      ...value.notes,
    ]),
    ...(preset === undefined ? [] : literalTag("default", literal(preset, codeWidth))),
    ...(example === undefined || !telling ? [] : literalTag("example", literal(example, codeWidth))),
    ...seeDoc(value.externalDocs),
    ...(value.deprecated ? blockTag("deprecated") : []),
  ];
}

/** Sentences go on where a description of one paragraph ends; after a longer one they stand by themselves. */
function withFacts(description: string | undefined, facts: readonly string[]): DocComment {
  const said = description?.trim() ?? "";
  const flows = /^[^\n]*[.!?]$/.test(said);
  return flows ? prose([said, ...facts].join(" ")) : [...prose(said), ...prose(facts.join(" "))];
}

/** Two formats say nothing new: that a `Blob` is binary, and that a secret is a password. */
function shownConstraints({ constraints: { format, ...others } }: Described): Constraints {
  return format === undefined || format === "binary" || format === "password"
    ? others
    : { ...others, format };
}

/** Items have no place of their own for what is said about them. */
function itemSentences(type: Type): readonly string[] {
  const constraints =
    type.kind === "array" && "constraints" in type.items ? type.items.constraints : undefined;
  const text = constraintSentences(constraints ?? {}).join(" ");
  return text === "" ? [] : [`Each item: ${text.charAt(0).toLowerCase()}${text.slice(1)}`];
}

/** Nothing where the body is JSON, as it nearly always is. */
function mediaTypeNotes({ contents: [main, ...others] }: Body): readonly string[] {
  const sent = `Sent as ${codeSpan(main.mediaType)}`;
  if (others.length === 0) return main.mediaType === "application/json" ? [] : [`${sent}.`];
  return [`${sent}, or as ${others.map((content) => codeSpan(content.mediaType)).join(" or ")}.`];
}

function sensitivity(sensitive: boolean): readonly string[] {
  return sensitive ? ["A secret: shown as `[redacted]` in logs and errors."] : [];
}
