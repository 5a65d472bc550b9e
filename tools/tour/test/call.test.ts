import { expect, test } from "vitest";
import { callOperation } from "../src/call.ts";
import { api, clientOf, clientOfMock, operationNamed } from "./keys.ts";

test("an answered call passes, with its status and what came back", async () => {
  const stop = await callOperation(await clientOfMock(), api, operationNamed("getKey"));
  expect(stop).toMatchObject({ passed: true, status: 200, result: "{ id }" });
});

test("an answer without a body passes", async () => {
  const stop = await callOperation(await clientOfMock(), api, operationNamed("deleteKey"));
  expect(stop).toMatchObject({ passed: true, status: 204, result: "no body" });
});

test("a paged list is walked to its end", async () => {
  const stop = await callOperation(await clientOfMock(), api, operationNamed("listKeys"));
  expect(stop).toMatchObject({ passed: true, status: 200, result: "2 items walked" });
});

test("an error of the API fails, with its status", async () => {
  const client = await clientOfMock();
  const refused = {
    getKey: (args?: object) => client.getKey({ id: 1, ...args }, { headers: { Prefer: "code=404" } }),
  };
  const stop = await callOperation(refused, api, operationNamed("getKey"));
  expect(stop).toMatchObject({ passed: false, status: 404 });
});

test("a server that is not there fails, without a status", async () => {
  const stop = await callOperation(clientOf("http://127.0.0.1:1"), api, operationNamed("deleteKey"));
  expect(stop).toMatchObject({ passed: false, status: undefined });
});

test("a status nobody documented fails, though the call succeeded", async () => {
  const undocumented = { ...operationNamed("getKey"), responses: [] };
  const stop = await callOperation(await clientOfMock(), api, undocumented);
  expect(stop).toMatchObject({ passed: false, status: 200 });
});

test("a missing method fails, and says so", async () => {
  const stop = await callOperation({}, api, operationNamed("getKey"));
  expect(stop).toMatchObject({ passed: false, result: "the client has no method getKey" });
});
