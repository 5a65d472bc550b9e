/** An OpenAPI document that can be changed in place. */
export interface Document {
  [key: string]: Json;
}

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** A change to a document, made in place. */
export type Edit = (document: Document) => void;

/** Writes a value at a JSON pointer, `#/paths/~1keys/get/summary`; what holds it must be there. */
export function put(pointer: string, value: Json): Edit {
  return (document) => {
    const [holder, key] = open(document, pointer);
    // A copy, or YAML would write the second use of one value as a reference to the first.
    if (Array.isArray(holder)) holder[Number(key)] = structuredClone(value);
    else holder[key] = structuredClone(value);
  };
}

/** Adds a value at the end of the list at a pointer. */
export function append(pointer: string, value: Json): Edit {
  return (document) => {
    const [holder, key] = open(document, `${pointer}/-`);
    if (!Array.isArray(holder)) throw new Error(`There is no list at ${pointer}, but something with ${key}.`);
    holder.push(structuredClone(value));
  };
}

/** Takes away what stands at a pointer. */
export function drop(pointer: string): Edit {
  return (document) => {
    const [holder, key] = open(document, pointer);
    if (!(key in holder)) throw new Error(`There is nothing at ${pointer}.`);
    if (Array.isArray(holder)) holder.splice(Number(key), 1);
    else delete holder[key];
  };
}

/** Gives a member another name, in the same place of the order. */
export function rename(pointer: string, name: string): Edit {
  return (document) => {
    const [holder, key] = open(document, pointer);
    if (Array.isArray(holder) || !(key in holder)) throw new Error(`There is no member at ${pointer}.`);
    const members = Object.entries(holder);
    for (const [member] of members) delete holder[member];
    for (const [member, value] of members) holder[member === key ? name : member] = value;
  };
}

/** Turns the order of a list or of members around. */
export function reverse(pointer: string): Edit {
  return (document) => {
    const [holder] = open(document, `${pointer}/-`);
    if (Array.isArray(holder)) {
      holder.reverse();
      return;
    }
    const members = Object.entries(holder).toReversed();
    for (const [member] of members) delete holder[member];
    Object.assign(holder, Object.fromEntries(members));
  };
}

/** Replaces a word wherever it stands: a new name, and everything that refers to it. */
export function everywhere(from: string, to: string): Edit {
  return (document) => {
    const renamed: Document = JSON.parse(
      JSON.stringify(document).replaceAll(new RegExp(String.raw`\b${from}\b`, "g"), to),
    );
    for (const key of Object.keys(document)) delete document[key];
    Object.assign(document, renamed);
  };
}

/** Several edits that make sense together only. */
export function all(...edits: readonly Edit[]): Edit {
  return (document) => {
    for (const edit of edits) edit(document);
  };
}

/** What holds the place of a pointer, and the place's name in it. */
function open(document: Document, pointer: string): [Json[] | Document, string] {
  const tokens = pointer.split("/").slice(1);
  const names = tokens.map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));
  const last = names.pop() ?? "";
  let here: Json[] | Document = document;
  for (const name of names) {
    const next: Json | undefined = Array.isArray(here) ? here[Number(name)] : here[name];
    if (typeof next !== "object" || next === null) throw new Error(`Nothing holds ${pointer}: no ${name}.`);
    here = next;
  }
  return [here, last];
}
