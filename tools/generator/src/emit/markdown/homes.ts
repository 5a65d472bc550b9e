import type { Api, NamedSchema, Operation, Tag, Type } from "../../read/model.ts";
import { namesIn } from "../schema-type.ts";

/** Where a model is described: on the page of the only tag whose operations use it, or with those that several share. */
export type Home = Tag["name"] | typeof shared;

export const shared = Symbol("shared");

/**
 * The home of every named type that operations use, directly or through each other.
 *
 * Each is described once. On every page that uses it, the pages of a large document would grow with its square. For the
 * same reason uses are passed on from type to type only when they change a home, which happens twice at most.
 */
export function homesOf(api: Api): ReadonlyMap<string, Home> {
  const schemas = new Map(api.schemas.map((schema) => [schema.name, schema]));
  const homes = new Map<string, Home>();
  const pending: NamedSchema[] = [];
  const use = (type: Type, user: Home): void => {
    for (const name of namesIn(type)) {
      const schema = schemas.get(name);
      const known = homes.get(name);
      const home = known === undefined || known === user ? user : shared;
      if (schema === undefined || home === known) continue;
      homes.set(name, home);
      pending.push(schema);
    }
  };
  for (const operation of api.operations) for (const type of typesOf(operation)) use(type, operation.tags[0]);
  for (let schema = pending.pop(); schema !== undefined; schema = pending.pop())
    use(schema.type, homes.get(schema.name) ?? shared);
  return homes;
}

function typesOf(operation: Operation): readonly Type[] {
  const contents = [operation.body, ...operation.responses].flatMap((holder) => holder?.contents ?? []);
  return [
    ...operation.parameters.map((parameter) => parameter.type),
    ...contents.map((content) => content.type),
    ...operation.responses.flatMap((response) => response.headers.map((header) => header.type)),
    ...(operation.pagination ? [operation.pagination.item] : []),
  ];
}
