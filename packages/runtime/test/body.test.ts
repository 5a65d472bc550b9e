import { afterAll, beforeAll, describe, expect, test } from "vitest";

import {
  type ApiCall,
  ConfigError,
  encoded,
  operation,
  type OperationDefinition,
  request,
  styled,
  writeBody,
} from "../src/index.ts";
import { writeContent } from "../src/wire/arguments.ts";
import { type Acme, type AcmeClient, createAcme, putKey } from "./acme.ts";
import { type FaultServer, json, startFaultServer } from "./fault-server.ts";

let server: FaultServer;
let acme: Acme;
beforeAll(async () => {
  server = await startFaultServer();
  server.on("/keys/1", json({}));
  server.on("/keys", json({}));
  acme = createAcme(server.url);
});
afterAll(() => server.close());

const form = (value: unknown): unknown => writeBody(value, "application/x-www-form-urlencoded");

describe("body", () => {
  const definition: OperationDefinition = {
    id: "x",
    method: "POST",
    path: "/keys",
    body: ["application/json", "text/plain"],
    writeBody,
  };

  const write = (body: unknown, contentType?: string): [content: unknown, type: unknown] => {
    const headers = new Map<string, string | null>(contentType ? [["content-type", contentType]] : []);
    return [writeContent(definition, { body }, headers), headers.get("content-type")];
  };

  test("no body, no content type", async () => {
    expect(write(undefined)).toEqual([null, undefined]);
    const headers = { "content-type": "text/plain" };
    await acme.putKey({ id: "1" });
    await acme.putKey({ id: "1" }, { headers });
    await acme.GET("/keys/1", { headers });
    acme.use({ onRequest: () => undefined });
    await acme.putKey({ id: "1" }, { headers });
    for (const arrival of server.log.splice(0)) {
      expect(arrival.body).toBe("");
      expect(arrival.headers).not.toHaveProperty("content-type");
    }
  });

  test("null is a body, where the media type can say so", async () => {
    const prepared = await request(acme, putKey, { id: "1", body: null });
    expect(await prepared.text()).toBe("null");
    expect(prepared.headers.get("content-type")).toBe("application/json");
  });

  test("the first media type, or the one the caller names", () => {
    expect(write({ at: new Date(0) })).toEqual(['{"at":"1970-01-01T00:00:00.000Z"}', "application/json"]);
    expect(write("x", "text/plain; charset=utf-8")).toEqual(["x", "text/plain; charset=utf-8"]);
    expect(write({ a: 1 }, "application/vnd.acme+json")).toEqual(['{"a":1}', "application/vnd.acme+json"]);
  });

  test("JSON, null included", () => {
    expect(writeBody(null, "application/json")).toBe("null");
    expect(writeBody([1], "application/merge-patch+json")).toBe("[1]");
    for (const value of [{ a: 1n }, () => {}, Symbol("x")])
      expect(() => writeBody(value, "application/json")).toThrow(ConfigError);
  });

  test("form", () => {
    expect(form({ a: "x y", b: [1, 2], c: undefined, d: { e: 1 } })).toBe(
      "a=x%20y&b=1&b=2&d=%7B%22e%22%3A1%7D",
    );
    const fields = new URLSearchParams({ a: "1" });
    expect(form(fields)).toBe(fields);
    expect(form({ a: [{ b: 1 }, [2]] })).toBe("a=%7B%22b%22%3A1%7D&a=%5B2%5D");
    for (const value of ["a=1", { a: { b: 1n } }, { a: [{ b: 1n }] }])
      expect(() => form(value)).toThrow(ConfigError);
  });

  test("multipart", async () => {
    const file = new File(["content"], "key.pem", { type: "text/plain" });
    const content = await writeBody(
      { name: "deploy", file, bytes: new Uint8Array([1, 2]), tags: ["a", "b"], meta: { a: 1 }, none: null },
      "multipart/form-data",
    );
    if (!(content instanceof FormData)) throw new Error("expected FormData");
    expect(content.get("name")).toBe("deploy");
    expect(content.get("file")).toMatchObject({ name: "key.pem", type: "text/plain" });
    expect(await (content.get("bytes") as Blob).bytes()).toEqual(new Uint8Array([1, 2]));
    expect(content.getAll("tags")).toEqual(["a", "b"]);
    expect(content.get("meta")).toMatchObject({ type: "application/json" });
    expect(await (content.get("meta") as Blob).text()).toBe('{"a":1}');
    expect(content.has("none")).toBe(false);
    expect(await writeBody(content, "multipart/form-data")).toBe(content);
  });

  test("multipart on the wire: fields and files, under a boundary that the header names", async () => {
    const upload = operation<(client: AcmeClient, args: object) => ApiCall<unknown>>({
      ...definition,
      body: "multipart/form-data",
    });
    await upload(acme, { body: { name: "deploy", file: new File(["content"], "key.pem") } });
    const [arrival] = server.log.splice(0);
    const [, boundary = "none"] =
      /^multipart\/form-data; boundary=(.+)$/.exec(arrival?.headers["content-type"] ?? "") ?? [];
    expect(arrival?.body.split(`--${boundary}`)).toEqual([
      "",
      expect.stringMatching(/name="name"\r\n\r\ndeploy\r\n$/),
      expect.stringMatching(/name="file"; filename="key.pem"[^]*\r\n\r\ncontent\r\n$/),
      expect.stringMatching(/^--/),
    ]);
  });

  test("streams in a multipart body become files, and can be sent again", async () => {
    const fields = { file: new Blob(["content"]).stream(), name: "deploy" };
    const content = await writeBody(fields, "multipart/form-data");
    if (!(content instanceof FormData)) throw new Error("expected FormData");
    expect(await (content.get("file") as Blob).text()).toBe("content");
    expect(content.get("name")).toBe("deploy");
  });

  test("fields as their document says", async () => {
    const writeFields = encoded({
      form: [styled({ name: "a", style: "deepObject" })],
      parts: { f: "image/png", a: "application/vnd.acme+json" },
    });
    const fields = { a: { b: [1] }, c: { d: 2 } };
    expect(writeFields(fields, "application/x-www-form-urlencoded")).toBe("a[b][0]=1&c=%7B%22d%22%3A2%7D");
    expect(writeFields(fields, "application/json")).toBe(JSON.stringify(fields));
    const files = [
      new Uint8Array([1]),
      new File(["x"], "x.gif", { type: "image/gif" }),
      new File(["y"], "y"),
    ];
    const content = await writeFields({ ...fields, f: files }, "multipart/form-data; boundary=x");
    if (!(content instanceof FormData)) throw new Error("expected FormData");
    expect(content.get("a")).toMatchObject({ type: "application/vnd.acme+json" });
    expect(content.get("c")).toMatchObject({ type: "application/json" });
    expect(content.getAll("f")).toMatchObject([
      { type: "image/png" },
      { name: "x.gif", type: "image/gif" },
      { name: "y", type: "image/png" },
    ]);
  });

  test("text and bytes", () => {
    const bytes = new Uint8Array([1]);
    for (const binary of [bytes, bytes.buffer, new DataView(bytes.buffer), new Blob([bytes])])
      expect(writeBody(binary, "application/octet-stream")).toBe(binary);
    const stream = new Blob([bytes]).stream();
    expect(writeBody(stream, "application/octet-stream")).toBe(stream);
    expect(writeBody("x", "text/plain")).toBe("x");
    expect(writeBody(7, "text/plain")).toBe("7");
    expect(() => writeBody({}, "text/plain")).toThrow(ConfigError);
  });
});
