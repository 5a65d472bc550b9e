import { describe, expect, test } from "vitest";
import { emitReadme } from "../src/emit/markdown/readme.ts";
import { apiDefinition } from "../src/emit/typescript/api-definition.ts";
import type { Server } from "../src/read/model.ts";
import { apiOf, operationOf, workspace } from "./emit-api.ts";

const host = { name: "host", default: "eu", enum: undefined, description: undefined };

describe("the base URL", () => {
  test.each([
    ["one address", [serverOf("https://a.example/v1")], 'baseUrl: "https://a.example/v1"'],
    ["no address to call", [serverOf("/v1")], ""],
    [
      "a path before the address",
      [serverOf("/v1"), serverOf("https://a.example")],
      'baseUrl: "https://a.example"',
    ],
    [
      "further addresses that nothing chooses",
      [serverOf("https://a.example"), serverOf("https://b.example")],
      'baseUrl: "https://a.example"',
    ],
    [
      "the encrypted one of two ways to it",
      [serverOf("http://a.example"), serverOf("https://a.example")],
      'baseUrl: "https://a.example"',
    ],
    ["no address that is safe", [serverOf("http://a.example")], ""],
    [
      "a variable",
      [serverOf("https://{host}.example", { variables: [host] })],
      'baseUrl: selectServer([{ url: "https://{host}.example", variables: { host: { default: "eu" } } }])',
    ],
    [
      "names",
      [
        serverOf("https://a.example"),
        serverOf("/v1", { name: "here" }),
        serverOf("https://b.example", { name: "test" }),
      ],
      'baseUrl: selectServer([{ url: "https://a.example" }, { name: "test", url: "https://b.example" }])',
    ],
  ])("of %s", (_, servers, expected) => {
    const members = ['name: "sample"', expected].filter((member) => member !== "");
    expect(apiDefinition(apiOf({ servers }))).toBe(`{ ${members.join(", ")} }`);
  });
});

test("where no address can be called, the README asks for one", () => {
  const readme = emitReadme(apiOf({ servers: [serverOf("/v1")], operations: [operationOf({})] }), workspace);
  expect(readme).toContain("The document does not say where the API is, so the option `baseUrl` has to.");
  expect(readme.match(/createSample\(\{ baseUrl: "https:\/\/api\.example\.com\/v1" \}\)/g)).toHaveLength(2);
});

test("where the only address is not encrypted, the README says so", () => {
  const api = apiOf({ servers: [serverOf("http://a.example")], operations: [operationOf({})] });
  expect(emitReadme(api, workspace)).toContain(
    "The document names `http://a.example`, which is not encrypted",
  );
});

function serverOf(url: string, parts: Partial<Server> = {}): Server {
  return { name: undefined, url, description: undefined, variables: [], ...parts };
}
