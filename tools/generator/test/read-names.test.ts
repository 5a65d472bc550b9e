import { describe, expect, test } from "vitest";
import { settleNames } from "../src/read/names.ts";

interface Wanted {
  readonly api?: string;
  /** `operationId`s, or `GET /path` for operations without one. */
  readonly operations?: readonly string[];
  readonly schemas?: readonly string[];
  readonly tags?: readonly string[];
}

function names({ api = "automox", operations = [], schemas = [], tags = [] }: Wanted) {
  const settled = settleNames({
    api,
    operations: operations.map((id, index) => {
      const [, method, path] = /^([A-Z]+) (\/.*)$/.exec(id) ?? [];
      return {
        key: String(index),
        id: path === undefined ? id : undefined,
        method: method ?? "GET",
        path: path ?? "/x",
      };
    }),
    schemas,
    tags,
  });
  return {
    typeName: settled.typeName,
    operations: [...settled.operations.values()].map(({ name }) => name),
    mockIds: [...settled.operations.values()].map(({ mockId }) => mockId),
    prefixes: [...settled.operations.values()].map(({ typeName }) => typeName),
    schemas: [...settled.schemas.values()],
    slugs: [...settled.slugs.values()],
  };
}

describe("operations", () => {
  test.each([
    ["createUserApiKey", "createUserApiKey"],
    ["CreateKey", "createKey"],
    ["create_key", "createKey"],
    ["list-api.keys/v2", "listApiKeysV2"],
    ["APIKeys", "apiKeys"],
    ["getAPIKeys", "getAPIKeys"],
    ["GET_ALL_KEYS", "getAllKeys"],
    ["GET", "get"],
    ["users$list", "usersList"],
    ["2faEnable", "_2faEnable"],
    ["получитьКлюч", "получитьКлюч"],
    ["取得 金鑰", "取得金鑰"],
    ["clé", "clé"],
  ])("%s becomes %s", (id, name) => expect(names({ operations: [id] }).operations).toEqual([name]));

  test.each([
    ["GET /users/{userId}/api_keys", "getUsersByUserIdApiKeys"],
    ["DELETE /keys/", "deleteKeys"],
    ["PUT /", "putRoot"],
    ["GET /files/{name}.{ext}", "getFilesByNameByExt"],
    ["GET /{class}", "getByClass"],
  ])("%s without an id becomes %s", (route, name) =>
    expect(names({ operations: [route] }).operations).toEqual([name]),
  );

  test("an id without a letter gives way to method and path", () => {
    expect(names({ operations: ["🔑"] }).operations).toEqual(["getX"]);
  });

  test.each([
    "delete",
    "new",
    "await",
    "arguments",
    "use",
    "request",
    "then",
    "constructor",
    "operation",
    "pagedOperation",
    "selectServer",
    "styled",
    "writeBody",
    "paths",
  ])("%s is taken", (id) => expect(names({ operations: [id] }).operations[0]).toMatch(/_$/));

  test("the names of factories are taken", () => {
    expect(names({ operations: ["createAutomox", "createOccam"] }).operations).toEqual([
      "createAutomox_",
      "createOccam",
    ]);
    expect(names({ operations: ["mockAutomox", "startAutomoxMock", "mockOccam"] }).operations).toEqual([
      "mockAutomox_",
      "startAutomoxMock_",
      "mockOccam",
    ]);
    expect(names({ operations: ["create_client"] }).operations).toEqual(["createClient_"]);
  });

  test("of several that want one name, the one spelled so has it and the others are numbered", () => {
    expect(names({ operations: ["get_key", "getKey", "get-key"] }).operations).toEqual([
      "getKey2",
      "getKey",
      "getKey3",
    ]);
  });

  test("are to a mock what the document calls them, else and where that is taken method and path", () => {
    expect(names({ operations: ["get_key", "GET /keys", "delete", "delete"] }).mockIds).toEqual([
      "get_key",
      "GET /keys",
      "delete",
      "GET /x",
    ]);
  });

  test("types begin with the name in capitals", () => {
    expect(names({ operations: ["listKeys", "delete", "2fa"] }).prefixes).toEqual([
      "ListKeys",
      "Delete",
      "_2fa",
    ]);
  });
});

describe("schemas", () => {
  test.each([
    ["ApiKey", "ApiKey"],
    ["api_key", "ApiKey"],
    ["HTTPValidationError", "HTTPValidationError"],
    ["API_KEY", "ApiKey"],
    ["URL2", "URL2"],
    ["com.acme.Key", "ComAcmeKey"],
    ["Page«Key»", "PageKey"],
    ["3DModel", "_3DModel"],
    ["ключ", "Ключ"],
    ["***", "Model"],
    ["__proto__", "Proto"],
    ["constructor", "Constructor"],
  ])("%s becomes %s", (key, name) => expect(names({ schemas: [key] }).schemas).toEqual([name]));

  test.each([
    "Error",
    "Response",
    "Request",
    "Promise",
    "Record",
    "Blob",
    "string",
    "ApiError",
    "RateLimitError",
    "ApiCall",
  ])("%s is taken", (key) => expect(names({ schemas: [key] }).schemas[0]).toMatch(/Model$/));

  test("what mocks are made with is taken", () => {
    const schemas = ["Mock", "MockAnswer", "MockFetch", "MockFetchOptions", "MockOptions", "MockKey"];
    expect(names({ schemas }).schemas).toEqual([
      "MockModel",
      "MockAnswerModel",
      "MockFetchModel",
      "MockFetchOptionsModel",
      "MockOptionsModel",
      "MockKey",
    ]);
  });

  test("what the package declares is taken", () => {
    const own = ["Automox", "AutomoxClient", "AutomoxOptions", "AutomoxAuth", "AutomoxMockOperations"];
    const schemas = [...own, "AutomoxKey"];
    expect(names({ schemas }).schemas).toEqual([
      "AutomoxModel",
      "AutomoxClientModel",
      "AutomoxOptionsModel",
      "AutomoxAuthModel",
      "AutomoxMockOperationsModel",
      "AutomoxKey",
    ]);
  });

  test("what an operation declares is taken, but not the operation's own prefix", () => {
    const wanted = { operations: ["createKey"], schemas: ["CreateKey", "CreateKeyArgs", "CreateKeyErrors"] };
    expect(names(wanted).schemas).toEqual(["CreateKey", "CreateKeyArgsModel", "CreateKeyErrorsModel"]);
  });

  test("what an operation is called is taken, where capitals do not tell the two apart", () => {
    expect(names({ operations: ["鍵", "2fa"], schemas: ["鍵", "2fa", "Key"] }).schemas).toEqual([
      "鍵Model",
      "_2faModel",
      "Key",
    ]);
  });

  test("a changed name leaves that of another schema alone", () => {
    expect(names({ schemas: ["Error", "ErrorModel", "error"] }).schemas).toEqual([
      "ErrorModel2",
      "ErrorModel",
      "ErrorModel3",
    ]);
    expect(names({ schemas: ["v_1", "V1"] }).schemas).toEqual(["V1_2", "V1"]);
  });
});

describe("the package", () => {
  test.each([
    ["automox", "Automox"],
    ["my-api.v2", "MyApiV2"],
    ["2checkout", "_2checkout"],
    ["client", "ClientApi"],
    ["promise", "PromiseApi"],
    ["api-client", "ApiClientApi"],
    ["mock", "MockApi"],
    ["mock-fetch", "MockFetchApi"],
    ["mock-server", "MockServer"],
    ["---", "Api"],
  ])("%s becomes %s", (api, typeName) => expect(names({ api }).typeName).toBe(typeName));

  test("its types and those of operations do not meet", () => {
    const { typeName, prefixes } = names({ api: "foo-args", operations: ["foo"] });
    expect([typeName, prefixes]).toEqual(["FooArgs", ["FooOperation"]]);
  });
});

test("pages of tags", () => {
  const tags = ["API Keys", "ApiKeys", "Users & Groups", "Contract", "Ключи", "!", "con"];
  expect(names({ tags }).slugs).toEqual([
    "api-keys",
    "api-keys-2",
    "users-groups",
    "contract-operations",
    "ключи",
    "tag",
    "con-operations",
  ]);
});

const random = (seed: number) => () => (seed = (seed * 1_664_525 + 1_013_904_223) % 2 ** 32) / 2 ** 32;

describe("whatever a document says", () => {
  const alphabet = [
    "a",
    "A",
    "b",
    "1",
    "_",
    "-",
    ".",
    " ",
    "/",
    "{",
    "$",
    "é",
    "ß",
    "ключ",
    "字",
    "🔑",
    "İ",
    "²",
    "\u200d",
    "delete",
    "Error",
    "Args",
  ];

  test.each([1, 2, 3, 4, 5])("names are identifiers, and no two are the same (%i)", (seed) => {
    const next = random(seed);
    const word = (): string =>
      Array.from(
        { length: 1 + Math.floor(next() * 4) },
        () => alphabet[Math.floor(next() * alphabet.length)],
      ).join("");
    const words = (): readonly string[] => [...new Set(Array.from({ length: 200 }, word))];
    const all = names({ api: word(), operations: words(), schemas: words(), tags: words() });
    const types = [
      ...all.schemas,
      ...all.prefixes.flatMap((prefix) => [`${prefix}Args`, `${prefix}Errors`]),
      ...["", "Client", "Options", "Auth", "MockOperations"].map((suffix) => all.typeName + suffix),
    ];
    for (const group of [[...all.operations, ...all.schemas], types, all.slugs])
      expect(new Set(group).size).toBe(group.length);
    for (const name of [...all.operations, ...types])
      expect(name).toMatch(/^[\p{ID_Start}_][\p{ID_Continue}]*$/u);
    for (const slug of all.slugs) expect(slug).toMatch(/^[^\s/\\.]+$/);
  });

  test("adding something later renames nothing", () => {
    const wanted = { operations: ["get_key", "delete"], schemas: ["api_key", "Error"], tags: ["API Keys"] };
    const more = {
      operations: [...wanted.operations, "getKeys", "get-key"],
      schemas: [...wanted.schemas, "api-key", "Errors"],
      tags: [...wanted.tags, "Api Keys"],
    };
    const [before, after] = [names(wanted), names(more)];
    expect(after.operations.slice(0, 2)).toEqual(before.operations);
    expect(after.schemas.slice(0, 2)).toEqual(before.schemas);
    expect(after.slugs.slice(0, 1)).toEqual(before.slugs);
  });
});
