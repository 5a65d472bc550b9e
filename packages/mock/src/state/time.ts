import { snakeCase } from "./schema.ts";

const WHEN = String.raw`(at|on|time|date|timestamp|datetime)`;
const CREATED = new RegExp(`^(date_)?(created?|creation|inserted|issued|added)(_${WHEN})?$`);
const CHANGED = new RegExp(`^(date_)?(last_)?(updated?|modified|modification|changed)(_${WHEN})?$`);

/** Whether a property is called like the moment at which a record was made. */
export function isCreation(name: string): boolean {
  return CREATED.test(snakeCase(name));
}

/** Whether a property is called like the moment at which a record was last changed. */
export function isChange(name: string): boolean {
  return CHANGED.test(snakeCase(name));
}

const FORM = /^\d{4}-\d{2}-\d{2}(?:([T ])\d{2}:\d{2}(:\d{2}(?:\.(\d+))?)?(Z|[+-]\d{2}(:?)\d{2})?)?$/;

/** A moment in the form of the example: `2023-10-12 11:58:11`, `…+0000`, seconds or milliseconds since 1970. In UTC. */
export function timeLike(example: unknown, date: Date): string | number | undefined {
  if (typeof example === "number") return example > 1e11 ? date.getTime() : Math.floor(date.getTime() / 1000);
  const form = typeof example === "string" ? FORM.exec(example) : null;
  if (form === null) return undefined;
  const [, separator, seconds, fraction = "", zone, colon] = form;
  const iso = date.toISOString();
  if (separator === undefined) return iso.slice(0, 10);
  const length = seconds === undefined ? 16 : 19;
  const digits =
    fraction === "" ? "" : `.${iso.slice(20, 23).padEnd(fraction.length, "0").slice(0, fraction.length)}`;
  const offset = zone === undefined || zone === "Z" ? (zone ?? "") : `+00${colon ?? ""}00`;
  return iso.slice(0, 10) + separator + iso.slice(11, length) + digits + offset;
}
