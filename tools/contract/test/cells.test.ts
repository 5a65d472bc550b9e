import { expect, test } from "vitest";
import type { Cell } from "../src/cells/cell.ts";
import { forcedCode } from "../src/cells/response.ts";
import { contractOf } from "./check-document.ts";
import { changed, keysDocument } from "./keys-document.ts";

async function titles(document: object): Promise<readonly string[]> {
  const { cells } = await contractOf(document);
  return cells.map(titleOf);
}

function titleOf({ kind, operation, title }: Cell): string {
  return `${kind === "uncheckable" ? "! " : ""}${operation.id} ${title}`;
}

/** What is to be refused has tests of its own. */
function isAllowed(title: string): boolean {
  return !/ (?:refuses|type:) /.test(title) && !/createKey/.test(title);
}

test("a document becomes one cell per promise, in its order", async () => {
  expect((await titles(keysDocument)).filter(isAllowed)).toEqual([
    "getKey request required arguments",
    "getKey request all arguments",
    "getKey as a free function",
    "getKey 200 application/json named",
    "getKey 200 application/json bare",
    "getKey 200 text/csv default",
    "getKey 404 application/json notFound",
    "getKey 404 application/json expired",
    "getKey 5XX without body",
    "getKey without credential id and secret",
    "getKey without credential id, with secret",
    "getKey without credential secret, with id",
    "getKey is repeated after a failure",
    "getKey says why there is no answer",
    "getKey goes to https://keys.example.com/v1",
    "getKey takes id from KEYS_ID",
    "getKey takes id from a function",
    "getKey takes secret from a function",
    "updateKey request application/json required arguments",
    "updateKey request application/json all arguments",
    "updateKey request application/json example rename",
    "updateKey request application/json example keep",
    "updateKey request application/x-www-form-urlencoded example rename",
    "updateKey as a free function",
    "updateKey 204 without body",
    "updateKey 404 application/json notFound",
    "updateKey 404 application/json expired",
    "updateKey without credential id and secret",
    "updateKey without credential id, with secret",
    "updateKey without credential secret, with id",
    "updateKey is repeated after a failure",
    "updateKey says why there is no answer",
    "listKeys request required arguments",
    "listKeys request all arguments",
    "listKeys as a free function",
    "listKeys 200 application/json last",
    "listKeys 200 application/json more",
    "listKeys without credential id",
    "listKeys without credential secret",
    "listKeys pages from last",
    "listKeys pages from more",
    "listKeys is repeated after a failure",
    "listKeys says why there is no answer",
    "ping request required arguments",
    "ping as a free function",
    "ping 200 text/plain default",
    "ping is repeated after a failure",
    "ping says why there is no answer",
  ]);
});

test("titles are unique within an operation", async () => {
  const all = await titles(keysDocument);
  expect(new Set(all).size).toBe(all.length);
});

test("what a type test has to prove is a cell for each fact", async () => {
  const all = await titles(keysDocument);
  expect(all.filter((title) => title.startsWith("updateKey type: "))).toEqual([
    "updateKey type: the arguments",
    "updateKey type: the data",
    "updateKey type: the body of error 404",
    "updateKey type: no other errors",
    "updateKey type: refuses a call: Arguments are required.",
    'updateKey type: refuses a call: "user" is required.',
    'updateKey type: refuses a call: "key" is required.',
    'updateKey type: refuses a call: "body" is required.',
    "updateKey type: refuses a call: There is no such argument.",
    'updateKey type: refuses a call: "user" is of another type.',
    'updateKey type: refuses a call: "key" is of another type.',
    'updateKey type: refuses a call: "contentType" is of another type.',
    "updateKey type: refuses a call: There is no such option.",
  ]);
});

test("an answer or a body without example is a cell that cannot be checked, not one less", async () => {
  const document = changed(({ paths }) => {
    Reflect.deleteProperty(paths["/ping"].get.responses["200"].content["text/plain"], "example");
    const { content } = paths["/users/{user}/keys/{key}"].put.requestBody;
    Reflect.deleteProperty(content["application/x-www-form-urlencoded"], "examples");
  });
  const all = await titles(document);
  expect(all.filter((title) => title.startsWith("!") && !title.includes("refuses"))).toEqual([
    "! updateKey request application/x-www-form-urlencoded",
    "! ping 200 text/plain",
  ]);
});

test("anonymous access needs no credential cell", async () => {
  const document = changed(({ paths }) => Object.assign(paths["/keys"].get, { security: [{ id: [] }, {}] }));
  expect((await titles(document)).filter((title) => title.startsWith("listKeys without"))).toEqual([]);
});

test("a range stands for its first status that is not documented by itself", async () => {
  const { api } = await contractOf(
    changed(({ paths }) =>
      Object.assign(paths["/ping"].get.responses, {
        "400": { description: "Bad." },
        "4XX": { description: "Other." },
        default: { description: "Any." },
      }),
    ),
  );
  const ping = api.operations.find(({ id }) => id === "ping");
  expect(ping?.responses.map(({ status }) => ping && forcedCode(ping, status))).toEqual([200, 400, 401, 500]);
  expect(ping && forcedCode(ping, "1XX")).toBeUndefined();
});
