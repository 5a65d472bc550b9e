import { randomInt, randomUUID } from "node:crypto";
import type { Json, Parameter } from "@keysmith/generator";

/**
 * An id that nothing has, of the type and form the document asks for; undefined where none can be made up. It is made
 * anew each time, so that nobody can have made something by that name.
 *
 * @param real - An id that something has: what is made up looks like it.
 */
export function unlikelyId({ type, constraints }: Parameter, real: Json | undefined): Json | undefined {
  if (type.kind === "number") {
    const { minimum = 0, maximum = 2 ** 31 - 1 } = constraints;
    const highest = Math.min(maximum, 2 ** 31 - 1);
    return highest - minimum < 1_000_000 ? undefined : highest - randomInt(100_000);
  }
  if (type.kind !== "string") return undefined;
  const { minLength = 1, maxLength = 1000, pattern, format } = constraints;
  const uuid = randomUUID();
  const likeReal = typeof real === "string" ? scramble(real) : "";
  const candidates = [
    likeReal,
    uuid,
    uuid.replaceAll("-", ""),
    `keysmith-verify-${uuid}`,
    padded(uuid, minLength),
  ];
  return candidates.find(
    (id) =>
      id.length >= Math.max(minLength, 16) &&
      id.length <= maxLength &&
      (format !== "uuid" || UUID.test(id)) &&
      (pattern === undefined || matches(pattern, id)),
  );
}

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Digits stay digits and letters letters, hexadecimal ones hexadecimal: a server that checks the form lets it pass. */
function scramble(real: string): string {
  if (UUID.test(real)) return randomUUID();
  const isHex = /^[\da-f-]+$/i.test(real);
  return real
    .replaceAll(/[a-z]/g, () => pick(isHex ? "abcdef" : "abcdefghijklmnopqrstuvwxyz"))
    .replaceAll(/[A-Z]/g, () => pick(isHex ? "ABCDEF" : "ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
    .replaceAll(/\d/g, () => pick("0123456789"));
}

function pick(from: string): string {
  return from.charAt(randomInt(from.length));
}

function padded(text: string, length: number): string {
  return text.padEnd(length, "0").slice(0, Math.max(length, 16));
}

function matches(pattern: string, text: string): boolean {
  try {
    return new RegExp(pattern, "u").test(text);
  } catch {
    return false;
  }
}
