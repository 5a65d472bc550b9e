/** Every name that leads back to itself, by whatever way. */
export function onCircles(edges: ReadonlyMap<string, ReadonlySet<string>>): ReadonlySet<string> {
  const found = new Set<string>();
  for (const group of components(edges)) {
    const [name = ""] = group;
    if (group.length > 1 || edges.get(name)?.has(name)) for (const member of group) found.add(member);
  }
  return found;
}

interface Step {
  readonly name: string;
  readonly rest: Iterator<string>;
}

/**
 * Strongly connected components, by Tarjan's algorithm: each name and each edge is looked at once. With a stack of its
 * own, as a chain of names may be longer than the call stack is deep.
 */
function* components(edges: ReadonlyMap<string, ReadonlySet<string>>): Iterable<readonly string[]> {
  /** When a name was met, and the earliest one it is known to lead to. */
  const met = new Map<string, number>();
  const earliest = new Map<string, number>();
  const open: string[] = [];
  const isOpen = new Set<string>();
  for (const start of edges.keys()) {
    const path: Step[] = [];
    const enter = (name: string): void => {
      met.set(name, met.size);
      earliest.set(name, met.size - 1);
      open.push(name);
      isOpen.add(name);
      path.push({ name, rest: (edges.get(name) ?? new Set<string>()).values() });
    };
    const leadsTo = (name: string, when: number): void => {
      earliest.set(name, Math.min(earliest.get(name) ?? when, when));
    };
    if (!met.has(start)) enter(start);
    for (let step = path.at(-1); step !== undefined; step = path.at(-1)) {
      const { done, value: next } = step.rest.next();
      if (done !== true) {
        if (!met.has(next)) enter(next);
        else if (isOpen.has(next)) leadsTo(step.name, met.get(next) ?? 0);
        continue;
      }
      path.pop();
      const reached = earliest.get(step.name) ?? 0;
      const parent = path.at(-1);
      if (parent !== undefined) leadsTo(parent.name, reached);
      if (reached === met.get(step.name)) {
        const group = open.splice(open.lastIndexOf(step.name));
        for (const name of group) isOpen.delete(name);
        yield group;
      }
    }
  }
}
