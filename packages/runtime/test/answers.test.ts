import { afterAll, beforeAll, expect, test } from "vitest";

import { ApiError, createApiClient, operation, type ApiCall, ResponseParseError } from "../src/index.ts";
import { type Acme, type AcmeClient, createAcme, definition, secret } from "./acme.ts";
import {
  type FaultServer,
  flood,
  gzip,
  json,
  resetInBody,
  startFaultServer,
  status,
  text,
} from "./fault-server.ts";

let server: FaultServer;
let acme: Acme;
beforeAll(async () => {
  server = await startFaultServer();
  acme = createAcme(server.url, { maxRetries: 0 });
});
afterAll(() => server.close());

const get = (accept: string): ApiCall<unknown> =>
  operation<(client: AcmeClient) => ApiCall<unknown>>({ id: "file", method: "GET", path: "/file", accept })(
    acme,
  );

test("JSON is data, with the fields nobody documented", async () => {
  server.on("/keys/1", json({ name: "deploy", addedLater: [1] }));
  expect(await acme.getKey({ id: 1 })).toEqual({ name: "deploy", addedLater: [1] });
  server.on("/keys/1", text('{"name":"x"}', "application/vnd.acme+json; charset=utf-8"));
  expect(await acme.getKey({ id: 1 })).toEqual({ name: "x" });
  server.on("/keys/1", text('{"name":"x"}', "Application/JSON"));
  expect(await acme.getKey({ id: 1 })).toEqual({ name: "x" });
  server.on("/keys/1", (response) => void response.end('{"name":"no type"}'));
  expect(await acme.getKey({ id: 1 })).toEqual({ name: "no type" });
  server.on("/keys/1", gzip({ name: "packed" }));
  expect(await acme.getKey({ id: 1 })).toEqual({ name: "packed" });
});

test.each([
  ["204", status(204)],
  ["204 with a header for a body", status(204, { "content-type": "application/json" })],
  ["205", status(205)],
  ["no text", text("", "application/json")],
  ["no text and another content type", text("", "text/html")],
  ["no content type", status(200)],
])("an empty answer is undefined: %s", async (_, answer) => {
  server.on("/keys/1", answer);
  expect(await acme.getKey({ id: 1 })).toBeUndefined();
});

test("an answer to HEAD is undefined, whatever its headers promise", async () => {
  const head = operation<(client: AcmeClient) => ApiCall<unknown>>({
    id: "x",
    method: "HEAD",
    path: "/file",
    accept: "application/json, application/pdf",
  });
  for (const type of ["text/html", "application/json", "application/pdf"]) {
    server.on("/file", text("<html>", type));
    expect(await head(acme)).toBeUndefined();
  }
  expect(await head(acme).withResponse()).toMatchObject({ data: undefined, meta: { status: 200 } });
});

test("HTML is data only where it is documented by name", async () => {
  server.on("/file", text("<html>", "text/html; charset=utf-8"));
  expect(await get("application/json, text/html")).toBe("<html>");
  await expect(get("*/*")).rejects.toThrow(ResponseParseError);
  await expect(get("text/*")).rejects.toThrow(ResponseParseError);
});

test("no body is undefined, where bytes are documented too", async () => {
  server.on("/file", status(204, { "content-type": "application/pdf" }));
  expect(await get("application/pdf")).toBeUndefined();
});

test("headers that come twice are kept", async () => {
  server.on("/keys/1", json({}, 200, { "x-a": ["1", "2"], "set-cookie": ["a=1", "b=2"] }));
  const { meta } = await acme.getKey({ id: 1 }).withResponse();
  expect(meta.headers.get("x-a")).toBe("1, 2");
  expect(meta.headers.getSetCookie()).toEqual(["a=1", "b=2"]);
});

test("HTML is data where the document names it", async () => {
  server.on("/file", text("<p>Note</p>", "text/html; charset=utf-8"));
  expect(await get("text/html")).toBe("<p>Note</p>");
  expect(await get("application/json, text/html")).toBe("<p>Note</p>");
});

test("HTML is no data where the document does not name it", async () => {
  server.on("/file", text("<html>", "text/html"));
  server.on("/keys/1", text("<html>Sign in to the guest network</html>", "text/html; charset=utf-8"));
  const error = await acme.getKey({ id: 1 }).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(ResponseParseError);
  expect(error).toMatchObject({
    status: 200,
    contentType: "text/html; charset=utf-8",
    excerpt: "<html>Sign in to the guest network</html>",
    message: "GET /keys/{id} -> 200: expected application/json, found text/html",
  });
  await expect(get("*/*")).rejects.toBeInstanceOf(ResponseParseError);
  await expect(get("text/*")).rejects.toBeInstanceOf(ResponseParseError);
  const { error: raw } = await acme.GET("/keys/1").then(
    () => ({ error: undefined }),
    (reason: unknown) => ({ error: reason }),
  );
  expect(raw).toBeInstanceOf(ResponseParseError);
});

test.each([
  ["another content type", text("name: deploy", "text/plain"), "expected application/json, found text/plain"],
  ["broken JSON", text('{"name":', "application/json"), "broken JSON"],
  ["a body cut off", resetInBody(), "body cut off"],
])("%s is a ResponseParseError", async (_, answer, problem) => {
  server.on("/keys/1", answer);
  const result = await acme.getKey({ id: 1 }).safe();
  expect(result.ok).toBe(false);
  expect(result.error).toBeInstanceOf(ResponseParseError);
  expect(result.error?.message).toBe(`GET /keys/{id} -> 200: ${problem}`);
  expect(result.error).toMatchObject({ status: 200, operationId: "getKey", excerpt: expect.any(String) });
  expect(result.meta?.status).toBe(200);
  expect(result.error?.cause instanceof Error).toBe(problem === "body cut off");
});

test("an excerpt is short and holds no secret", async () => {
  const body = `{"note":"${secret}","name":"${"n".repeat(500)}","secretKey":"hush-1","api_key" : "hush-2"`;
  server.on("/keys/1", text(body, "application/json", 200, { "x-request-id": "req_1" }));
  const error = await acme.getKey({ id: 1 }).catch((reason: unknown) => reason);
  expect(error).toMatchObject({ requestId: "req_1" });
  const { excerpt } = error as ResponseParseError;
  expect(excerpt).toHaveLength(200);
  expect(excerpt).not.toMatch(/hush|sk_live/);
  expect(excerpt).toContain('{"note":"[redacted]","name":"nnn');
  server.on("/keys/1", text('{"name":"deploy","secretKey":"hush-1"', "application/json", 201));
  await expect(acme.getKey({ id: 1 })).rejects.toMatchObject({
    status: 201,
    contentType: "application/json",
    excerpt: '{"name":"deploy","secretKey [redacted]',
  });
});

test("other media types are text or a Blob, where they are documented", async () => {
  server.on("/file", text("a,b\n", "text/csv"));
  expect(await get("text/csv")).toBe("a,b\n");
  for (const type of ["application/xml", "application/atom+xml", "application/x-www-form-urlencoded"]) {
    server.on("/file", text("<a/>", `${type}; charset=utf-8`));
    expect(await get(type)).toBe("<a/>");
  }
  server.on("/file", text(new Uint8Array([0, 255]), "application/pdf"));
  const blob = await get("application/pdf, application/json");
  expect(blob).toBeInstanceOf(Blob);
  expect(new Uint8Array(await (blob as Blob).arrayBuffer())).toEqual(new Uint8Array([0, 255]));
  expect(server.log.at(-1)?.headers.accept).toBe("application/pdf, application/json");
  server.on("/file", text("<svg/>", "image/svg+xml"));
  expect(await get("image/*")).toBe("<svg/>");
  expect(await get("application/json, */*")).toBe("<svg/>");
  server.on("/file", json({ a: 1 }));
  await expect(get("image/*")).rejects.toBeInstanceOf(ResponseParseError);
});

test("an error body is JSON, or text when it is not", async () => {
  server.on("/keys/1", json({ message: "no" }, 404));
  await expect(acme.getKey({ id: 1 })).rejects.toMatchObject({ body: { message: "no" } });
  server.on("/keys/1", text("<h1>Bad gateway</h1>", "text/html", 502));
  await expect(acme.getKey({ id: 1 })).rejects.toMatchObject({ body: "<h1>Bad gateway</h1>" });
  server.on("/keys/1", text("404", "text/plain", 404));
  await expect(acme.getKey({ id: 1 })).rejects.toMatchObject({ body: "404" });
  server.on("/keys/1", status(500));
  await expect(acme.getKey({ id: 1 })).rejects.toMatchObject({ body: undefined });
  server.on("/keys/1", (response) => void response.writeHead(404).end('{"message":"no type"}'));
  await expect(acme.getKey({ id: 1 })).rejects.toMatchObject({ body: { message: "no type" } });
  server.on("/keys/1", resetInBody("half a stor", 500));
  await expect(acme.getKey({ id: 1 })).rejects.toMatchObject({ status: 500, body: "half a stor" });
});

test("an error body of 100 MB is read no further than 1 MiB", async () => {
  const taken = { bytes: 0 };
  server.on("/keys/1", flood(100_000_000, taken));
  const error = await acme.getKey({ id: 1 }).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(ApiError);
  expect((error as ApiError).body).toHaveLength(2 ** 20);
  // What the sockets have buffered counts too.
  expect(taken.bytes).toBeLessThan(30_000_000);
});

test("calls by method and path return what openapi-fetch returns", async () => {
  server.on("/keys/1", json({ name: "deploy" }));
  expect(await acme.GET("/keys/1")).toMatchObject({ data: { name: "deploy" }, response: { status: 200 } });
  server.on("/keys/1", json({ message: "no" }, 404));
  expect(await acme.GET("/keys/1")).toMatchObject({ error: { message: "no" }, response: { status: 404 } });
  server.on("/keys/1", text("plain", "text/plain"));
  expect(await acme.GET("/keys/1", { parseAs: "text" })).toMatchObject({ data: "plain" });
  const { data } = await acme.GET("/keys/1", { parseAs: "stream" });
  expect(await new Response(data).text()).toBe("plain");
});

test("a first argument that is no client is refused in a sentence", () => {
  const ping = operation<(client: object) => ApiCall<void>>({ id: "ping", method: "GET", path: "/ping" });
  expect(() => ping({})).toThrow("ping: the first argument must be a client");
  expect(() => createApiClient(definition, { baseUrl: server.url })).not.toThrow();
});

test("an error body that does not want to be given up is given up", async () => {
  const unhandled: unknown[] = [];
  const remember = (reason: unknown): void => void unhandled.push(reason);
  process.on("unhandledRejection", remember);
  const endless = new ReadableStream({
    pull: (controller) => controller.enqueue(new Uint8Array(2 ** 20)),
    cancel: () => Promise.reject(new Error("never")),
  });
  const fetch = async (): Promise<Response> => new Response(endless, { status: 500 });
  await expect(acme.getKey({ id: 1 }, { fetch, maxRetries: 0 })).rejects.toMatchObject({ status: 500 });
  await new Promise((done) => setTimeout(done, 30));
  expect(unhandled).toEqual([]);
  process.off("unhandledRejection", remember);
});
