import type { Operation } from "@keysmith/generator";
import type { Member, Shape } from "../compiler/shape.ts";
import { operationPointer } from "../place.ts";
import type { Side } from "../states.ts";
import { documentedFor } from "./errors.ts";
import { placeOf, routeOf, type State, type Surface } from "./surface.ts";

/** What tests tell the mock: names of operations and examples, and statuses. Bodies made by hand are not promised. */
export function walkMock(surface: Surface): void {
  const [old, now] = [mockOperations(surface.before), mockOperations(surface.after)];
  for (const [id, { shape }] of old) {
    const counterpart = now.get(id);
    const operations = { before: byMockId(surface.before, id), after: byMockId(surface.after, id) };
    if (counterpart) walkOperation(surface, id, operations, shape, counterpart.shape);
    else
      surface.note({
        rule: "type/mock-operation-removed",
        level: "major",
        what: `mock operation ${id} removed`,
        message: `The mock has no operation ${id}.`,
        operations: operations.before ? [routeOf(operations.before)] : [],
        place: placeOf("before", operations.before && operationPointer(operations.before)),
        isEcho: true,
      });
  }
}

type Operations = { readonly [S in Side]: Operation | undefined };

function mockOperations({ api, exportsOf }: State): ReadonlyMap<string, Member> {
  return propertiesOf(exportsOf("src/mock.ts").get(`${api.typeName}MockOperations`)?.shape);
}

function byMockId({ api }: State, id: string): Operation | undefined {
  return api.operations.find(({ mockId }) => mockId === id);
}

function walkOperation(
  surface: Surface,
  id: string,
  operations: Operations,
  before: Shape,
  after: Shape,
): void {
  const [old, now] = [answersOf(before), answersOf(after)];
  const note = (side: Side, kind: string, status: string, example?: string): void => {
    const operation = operations[side];
    const gone = side === "before";
    const what = example === undefined ? `answer ${status}` : `example ${example} of answer ${status}`;
    const place =
      operation &&
      (example === undefined
        ? surface[side].places.answer(operation, status, [])
        : surface[side].places.example(operation, status, example));
    surface.note({
      rule: `type/mock-${kind}-${gone ? "removed" : "added"}`,
      level: gone ? "major" : "minor",
      what: `mock ${what} of ${id} ${gone ? "removed" : "added"}`,
      message: gone ? `The mock no longer has it by that name.` : `The mock has it by that name.`,
      operations: operation ? [routeOf(operation)] : [],
      place: placeOf(side, place),
      isEcho: true,
    });
  };
  for (const [status, { shape }] of old) {
    const found = documentedFor(status, now);
    if (!found) {
      note("before", "status", status);
      continue;
    }
    const [had, has] = [examplesOf(shape), examplesOf(found[1].shape)];
    for (const name of had) if (!has.includes(name)) note("before", "example", status, name);
    for (const name of has) if (!had.includes(name)) note("after", "example", found[0], name);
  }
  for (const status of now.keys()) if (!documentedFor(status, old)) note("after", "status", status);
}

function answersOf(shape: Shape): ReadonlyMap<string, Member> {
  return propertiesOf(propertiesOf(shape).get("answers")?.shape);
}

/** Names of the examples of a `MockAnswer`. */
function examplesOf({ form }: Shape): readonly string[] {
  const example = form.kind === "generic" ? form.parameters[1] : undefined;
  const members = example?.form.kind === "union" ? example.form.members : example ? [example] : [];
  return members.flatMap(({ form: each }) =>
    each.kind === "literal" ? [String(JSON.parse(each.value))] : [],
  );
}

function propertiesOf(shape: Shape | undefined): ReadonlyMap<string, Member> {
  return shape?.form.kind === "object" ? shape.form.properties : new Map();
}
