// The mock judges a document when it starts; a spec that passes here is one that it takes, because it is the same judge.
import { declaredResources } from "../../../packages/mock/src/state/declare.ts";
import { isObject, type Rule } from "./redocly.ts";

/** `x-mock-resource` is complete, what it names is there, and the operations of a resource fit together. */
export const mockResource: Rule = () => ({
  Root: {
    enter(document, { location, report }) {
      if (!isObject(document)) return;
      for (const { pointer, message } of declaredResources({ ...document }).problems) {
        report({ message, location: location.child(keysOf(pointer)) });
      }
    },
  },
});

function keysOf(pointer: string): readonly string[] {
  return pointer
    .split("/")
    .slice(1)
    .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
}
