import { afterAll, beforeAll, expect, test } from "vitest";
import { startMock, type Mock } from "../src/index.ts";
import { JSON_TYPE, keysDocument, TOKEN } from "./document.ts";

let mock: Mock;
beforeAll(async () => {
  mock = await startMock({ spec: keysDocument() });
});
afterAll(() => mock.close());

async function call(
  path: string,
  init: RequestInit = {},
): Promise<{ status: number; headers: Headers; body: unknown; text: string }> {
  const response = await fetch(mock.url + path, { ...init, headers: { ...TOKEN, ...init.headers } });
  const text = await response.text();
  const json = response.headers.get("content-type")?.includes("json") ?? false;
  return {
    status: response.status,
    headers: response.headers,
    body: json && text !== "" ? JSON.parse(text) : undefined,
    text,
  };
}

test("answers a valid request with the first example of the success", async () => {
  const { status, headers, body } = await call("/keys/");
  expect(status).toBe(200);
  expect(body).toEqual([{ id: 1 }, { id: 2, name: "b" }]);
  expect(headers.get("sl-violations")).toBeNull();
});

test("sends response headers as text, lists and objects in style simple", async () => {
  const { headers } = await call("/keys/");
  expect(headers.get("x-scopes")).toBe("read,write");
  expect(headers.get("x-limits")).toBe("left,1");
  expect(headers.get("x-total")).toBe("2");
});

test("takes the path of the document's server, and does without it", async () => {
  expect((await call("/v1/keys/1")).status).toBe(200);
  expect((await call("/keys/1")).status).toBe(200);
});

test("prefers literal text to templates, and the longer template to the shorter", async () => {
  expect((await call("/keys/1.pem")).text).toBe("PEM");
});

test("a trailing slash counts", async () => {
  const { status, body } = await call("/keys");
  expect(status).toBe(404);
  expect(body).toMatchObject({
    type: "urn:keysmith:mock:no-path",
    detail: expect.stringContaining("GET /keys/"),
  });
});

test("answers a HEAD like the GET, without its body", async () => {
  const { status, headers, text } = await call("/keys/1", { method: "HEAD" });
  expect([status, headers.get("content-type"), headers.get("content-length"), text]).toEqual([
    200,
    "application/json",
    "8",
    "",
  ]);
});

test("names the methods of a path for any other method", async () => {
  const { status, headers, body } = await call("/keys/1", { method: "PATCH" });
  expect([status, headers.get("allow")]).toEqual([405, "GET, DELETE, HEAD"]);
  expect(body).toMatchObject({ type: "urn:keysmith:mock:no-method", allowed: ["GET", "DELETE", "HEAD"] });
});

test("lets pages of any origin in", async () => {
  const headers = {
    origin: "http://app.test",
    "access-control-request-method": "POST",
    "access-control-request-headers": "authorization",
  };
  const response = await fetch(`${mock.url}/keys/`, { method: "OPTIONS", headers });
  expect(response.status).toBe(204);
  expect(response.headers.get("access-control-allow-methods")).toBe("GET, POST, HEAD");
  expect(
    (await call("/keys/", { headers: { origin: "http://app.test" } })).headers.get(
      "access-control-allow-origin",
    ),
  ).toBe("*");
});

test("an answer without body has neither body nor media type", async () => {
  for (const code of ["204", "404"]) {
    const { status, headers, text } = await call("/keys/1", {
      method: "DELETE",
      headers: { prefer: `code=${code}` },
    });
    expect([status, headers.get("content-type"), text]).toEqual([Number(code), null, ""]);
  }
});

test("refuses a request without credentials, whatever the case of the scheme", async () => {
  const response = await fetch(`${mock.url}/keys/1`);
  expect(response.status).toBe(401);
  expect(response.headers.get("www-authenticate")).toBe("Bearer");
  expect((await call("/keys/1", { headers: { authorization: "bearer test" } })).status).toBe(200);
});

test("shows what is wrong with a request in the header and in the journal", async () => {
  mock.reset();
  const { status, headers } = await call("/keys/", {
    method: "POST",
    headers: JSON_TYPE,
    body: '{"id":"x"}',
  });
  expect(status).toBe(422);
  const found = { path: ["body", "id"], code: "type", message: "Request body property id must be integer" };
  expect(JSON.parse(headers.get("sl-violations") ?? "")).toEqual([
    { location: ["request", ...found.path], severity: "Error", code: found.code, message: found.message },
  ]);
  const [exchange] = mock.exchanges;
  expect(exchange).toMatchObject({ method: "POST", target: "/keys/", operation: "createKey", status: 422 });
  expect(exchange?.violations).toEqual([{ in: "request", ...found, severity: "error" }]);
  expect(new TextDecoder().decode(exchange?.body)).toBe('{"id":"x"}');
  expect(exchange?.headers.get("authorization")).toBe("Bearer test");
});

test("judges 3.1 schemas by draft 2020-12", async () => {
  const { status } = await call("/keys/", {
    method: "POST",
    headers: JSON_TYPE,
    body: '{"id":1,"more":true}',
  });
  expect(status).toBe(422);
});

test("a list in the query is exploded unless the document says otherwise", async () => {
  expect((await call("/keys/?tag=a&tag=b")).status).toBe(200);
  expect((await call("/keys/?tag=a&tag=c")).status).not.toBe(200);
});

test("a list in a header may be left out, and is judged when it is there", async () => {
  expect((await call("/keys/", { headers: { "x-scopes": "a,b" } })).status).toBe(200);
});

test("checks the media type of a body without a length too", async () => {
  const body = new ReadableStream({
    start: (controller) => (controller.enqueue(new TextEncoder().encode("id=1")), controller.close()),
  });
  const { status } = await call("/keys/", {
    method: "POST",
    headers: { "content-type": "text/plain" },
    body,
    duplex: "half",
  });
  expect(status).toBe(415);
});
