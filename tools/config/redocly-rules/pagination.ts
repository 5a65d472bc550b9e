import { queryParameters, typesAt } from "./operation.ts";
import { isObject, type Context, type JsonObject, type Rule } from "./redocly.ts";

/** Where an extension stands: what its values may name. */
interface Scene {
  readonly operation: JsonObject;
  readonly pathItem: unknown;
  readonly context: Context;
}

/** Says what is wrong with the value of a member, if anything is. */
type Check = (value: unknown, scene: Scene) => string | undefined;

const isFirstPage: Check = (value) =>
  value === 0 || value === 1 ? undefined : `Expected 0 or 1, found ${JSON.stringify(value)}.`;

const namesParameter: Check = (value, { operation, pathItem, context }) => {
  const names = queryParameters(operation, pathItem, context);
  if (names.includes(value)) return undefined;
  return `The operation has no query parameter \`${String(value)}\`; it has: ${names.join(", ") || "none"}.`;
};

const leadsTo =
  (type: string): Check =>
  (value, { operation, context }) => {
    const found = typesAt(value, operation, context);
    if (found.includes(type)) return undefined;
    return `Expected a JSON pointer to a ${type} in the 2xx answer, ${JSON.stringify(value)} leads to ${found.join(" or ") || "nothing"}.`;
  };

interface Style {
  readonly required: readonly string[];
  readonly members: ReadonlyMap<string, Check>;
}

const offset: Style = {
  required: ["parameter", "items"],
  members: new Map([
    ["parameter", namesParameter],
    ["limit", namesParameter],
    ["items", leadsTo("array")],
    ["total", leadsTo("integer")],
  ]),
};

/** Some APIs count pages from 0, others from 1: a document says which. */
const page: Style = {
  required: [...offset.required, "first"],
  members: new Map([...offset.members, ["first", isFirstPage]]),
};

const cursor: Style = {
  required: ["parameter", "items", "next"],
  members: new Map([
    ["parameter", namesParameter],
    ["items", leadsTo("array")],
    ["next", leadsTo("string")],
  ]),
};

const link: Style = { required: ["items"], members: new Map([["items", leadsTo("array")]]) };

const styles = new Map<unknown, Style>(Object.entries({ page, offset, cursor, link }));

/** `x-pagination` has the form of its style, and the parameters and places in the answer that it names exist. */
export const pagination: Rule = () => ({
  PathItem: {
    Operation: {
      enter(operation, context, { PathItem: pathItem }) {
        if (!isObject(operation) || operation["x-pagination"] === undefined) return;
        const location = context.location.child(["x-pagination"]);
        for (const [name, message] of problems(operation["x-pagination"], { operation, pathItem, context })) {
          context.report({ message, location: name === undefined ? location : location.child([name]) });
        }
      },
    },
  },
});

/** Each with the member it is about; `undefined` for the extension itself. */
function* problems(extension: unknown, scene: Scene): Generator<[name: string | undefined, message: string]> {
  if (!isObject(extension)) {
    yield [undefined, `Expected an object, found ${JSON.stringify(extension)}.`];
    return;
  }
  const { style: styleName, ...members } = extension;
  const style = styles.get(styleName);
  if (style === undefined) {
    const found = JSON.stringify(styleName) ?? "none";
    yield [undefined, `Expected \`style\` to be one of ${[...styles.keys()].join(", ")}; found ${found}.`];
    return;
  }
  for (const name of style.required) {
    if (!(name in members)) yield [undefined, `Style \`${String(styleName)}\` needs \`${name}\`.`];
  }
  for (const [name, value] of Object.entries(members)) {
    const check = style.members.get(name) ?? (() => `Style \`${String(styleName)}\` has no \`${name}\`.`);
    const message = check(value, scene);
    if (message !== undefined) yield [name, message];
  }
}
