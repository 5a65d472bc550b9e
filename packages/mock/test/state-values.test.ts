import { describe, expect, test } from "vitest";
import { freshText } from "../src/state/fresh.ts";
import { isChange, isCreation, timeLike } from "../src/state/time.ts";

describe("a fresh text looks like its example", () => {
  test.each([
    ["00000000-0000-4000-8000-000000000001", "00000000-0000-4000-8000-000000000012"],
    ["b914ad238d0e8e8851b81e86ce46ae1d", "b914ad238d0e8e8851b81e86ce460012"],
    ["EXAMPLEsecret0000000000000000001", "EXAMPLEsecret0000000000000000012"],
    ["00000000-example-secret-of-key-3", "00000000-example-secret-of-key-12"],
    ["sk-occam-example-not-a-key", "sk-occam-example-not-a-key-12"],
    [
      "-----BEGIN KEY-----\nexample\n-----END KEY-----\n",
      "-----BEGIN KEY-----\nexample 12\n-----END KEY-----\n",
    ],
  ])("%j", (example, fresh) => {
    expect(freshText(example, 12, () => true)).toBe(fresh);
  });

  test("in the form that its schema asks for", () => {
    expect(freshText("SopiN5XU0IWy8Xe9mwx1I-Q", 7, (text) => text.length === 23)).toBe(
      "SopiN5XU0IWy8Xe00000007",
    );
    expect(freshText(undefined, 7, (text) => /^[0-9a-f-]{36}$/.test(text))).toBe(
      "00000000-0000-4000-8000-000000000007",
    );
    expect(freshText(undefined, 7, (text) => text.length === 32)).toHaveLength(32);
    expect(freshText("one", 7, (text) => text === "one")).toBeUndefined();
  });
});

describe("a time has the form of its example", () => {
  const now = new Date("2026-07-08T09:10:11.123Z");
  test.each([
    ["2023-10-12 11:58:11", "2026-07-08 09:10:11"],
    ["2023-04-20T15:46:56+0000", "2026-07-08T09:10:11+0000"],
    ["2012-12-12T10:53:43-04:00", "2026-07-08T09:10:11+00:00"],
    ["2024-10-01T09:30:00Z", "2026-07-08T09:10:11Z"],
    ["2024-10-01T09:30:00.123456Z", "2026-07-08T09:10:11.123000Z"],
    ["2024-10-01T09:30Z", "2026-07-08T09:10Z"],
    ["2024-10-01", "2026-07-08"],
    [1_700_000_000, 1_783_501_811],
    [1_700_000_000_000, 1_783_501_811_123],
    ["yesterday", undefined],
    [null, undefined],
  ])("%j", (example, written) => {
    expect(timeLike(example, now)).toBe(written);
  });

  test("where the name says so", () => {
    const made = [
      "created",
      "created_at",
      "createdAt",
      "creationTime",
      "creation_time",
      "date_created",
      "issuedOn",
    ];
    expect(made.filter((name) => !isCreation(name))).toEqual([]);
    const changed = ["updated_at", "lastModified", "modificationDate", "changed"];
    expect(changed.filter((name) => !isChange(name))).toEqual([]);
    const others = ["created_by", "last_used", "expires_at", "create_token", "update_interval"];
    expect(others.filter((name) => isCreation(name) || isChange(name))).toEqual([]);
  });
});
