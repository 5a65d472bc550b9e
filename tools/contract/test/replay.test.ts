import { apiKey } from "@keysmith/runtime";
import { expect, test } from "vitest";
import { replayCells } from "../src/replay/index.ts";
import { contractOf } from "./check-document.ts";
import { changed, type KeysDocument } from "./keys-document.ts";
import { definitions, keysPackage, type Sabotage } from "./keys-package.ts";

const OTHER = apiKey({ in: "header", name: "X-Id", env: "KEYS_OTHER" });

/** What no longer holds after a change to the document, and to the package that is made from it. */
async function broken(
  change: (document: KeysDocument) => void,
  sabotage: Sabotage = {},
  released: (document: KeysDocument) => void = () => {},
): Promise<readonly string[]> {
  const both = (document: KeysDocument): void => {
    released(document);
    change(document);
  };
  const [before, after] = await Promise.all([contractOf(changed(released)), contractOf(changed(both))]);
  const { client, exports } = keysPackage(sabotage);
  const subject = { spec: new URL("file:///keys.json"), name: "keys", client, package: exports };
  const found = await replayCells({ before, after, subject });
  return found.map(({ cell, message, ...sides }) =>
    [`${cell.operation.id} ${cell.title}: ${message}`, ...Object.values(sides)].join(" | "),
  );
}

test("the same document keeps everything", async () => {
  expect(await broken(() => {})).toEqual([]);
});

test("additions, other texts and other examples break nothing", async () => {
  const found = await broken(({ components: { schemas, responses }, paths, ...document }) => {
    Object.assign(document.info, { title: "Other keys", description: "Others." });
    const { NotFound } = responses;
    const { notFound } = NotFound.content["application/json"].examples;
    notFound.value.error = "it went away";
    Object.assign(NotFound.content["application/json"].examples, { third: { value: { error: "c" } } });
    Object.assign(schemas.Key.properties, { colour: { type: "string" } });
    Object.assign(schemas.NewKey.properties, { note: { type: "string" } });
    schemas.NewKey.properties.name.maxLength = 80;
    const { get } = paths["/users/{user}/keys/{key}"];
    const { examples } = get.responses["200"].content["application/json"];
    Object.assign(examples, {
      bare: { value: { id: 9, colour: "red" } },
      third: { value: { id: 1, name: "a" } },
    });
    Object.assign(get.responses, { "410": { description: "Gone." } });
    const { more } = paths["/keys"].get.responses["200"].content["application/json"].examples;
    more.value = { items: [], next: "c9" };
    const { post } = paths["/new"];
    post.parameters[3] = { name: "count", in: "query", schema: { type: "integer" }, example: 7 } as never;
    Object.assign(post.responses["201"].content, {
      "text/plain": { schema: { type: "string" }, example: "x" },
    });
  });
  expect(found).toEqual([]);
});

test("an operation that is gone is named once", async () => {
  expect(await broken(({ paths }) => Reflect.deleteProperty(paths, "/ping"))).toEqual([
    "ping request required arguments: there is no ping any more",
  ]);
});

test.each<[string, (document: KeysDocument) => void, readonly string[]]>([
  [
    "a bound that an example is beyond",
    ({ paths }) => Object.assign(paths["/new"].post.parameters[3]?.schema ?? {}, { maximum: 1 }),
    [
      "createKey request application/json all arguments: the mock refuses POST /new with 422: query.count Request query parameter count must be <= 1",
    ],
  ],
  [
    "a required argument that nobody gives, once for all that needs the call",
    ({ components: { schemas } }) => schemas.NewKey.required.push("kind"),
    [
      "createKey request application/json required arguments: the mock refuses POST /new with 422: body Request body must have required property 'kind'",
    ],
  ],
  [
    "another status of a success",
    ({ paths }) => {
      const { responses } = paths["/new"].post;
      Object.assign(responses, { "200": responses["201"] });
      Reflect.deleteProperty(responses, "201");
    },
    ["createKey 201 application/json made: 201 is no longer answered | 201 | 200, 422"],
  ],
  [
    "an error that is not answered any more",
    ({ paths }) => Reflect.deleteProperty(paths["/users/{user}/keys/{key}"].put.responses, "404"),
    ["updateKey 404 application/json notFound: 404 is no longer answered | 404 | 204"],
  ],
  [
    "null where there was none",
    ({ paths, components: { schemas } }) => {
      Object.assign(schemas.Key.properties, { name: { type: ["string", "null"] } });
      const { named } =
        paths["/users/{user}/keys/{key}"].get.responses["200"].content["application/json"].examples;
      Object.assign(named.value, { name: null });
    },
    ["getKey 200 application/json named: an answer of 200 is not what it was: name must be string"],
  ],
  [
    "another body of an error",
    ({ components: { schemas, responses } }) => {
      Object.assign(schemas.Problem, { required: ["code"], properties: { code: { type: "integer" } } });
      Object.assign(responses.NotFound.content["application/json"].examples, {
        notFound: { value: { code: 1 } },
        expired: { value: { code: 2 } },
      });
    },
    [
      "getKey 404 application/json notFound: an answer of 404 is not what it was: must have required property 'error'",
      "updateKey 404 application/json notFound: an answer of 404 is not what it was: must have required property 'error'",
    ],
  ],
  [
    "another media type of an answer",
    ({ paths }) => {
      const { content } = paths["/users/{user}/keys/{key}"].get.responses["200"];
      Object.assign(content, { "text/plain": content["text/csv"] });
      Reflect.deleteProperty(content, "text/csv");
    },
    [
      "getKey 200 text/csv default: the answer 200 no longer comes as text/csv | text/csv | application/json, text/plain",
    ],
  ],
  [
    "a header of an answer that is gone",
    ({ components: { responses } }) => Reflect.deleteProperty(responses.NotFound, "headers"),
    [
      "getKey 404 application/json notFound: the answer 404 no longer has the header X-Request-Id",
      "updateKey 404 application/json notFound: the answer 404 no longer has the header X-Request-Id",
    ],
  ],
  [
    "a parameter that is gone",
    ({ paths }) => paths["/users/{user}/keys/{key}"].get.parameters.pop(),
    ["getKey request all arguments: the argument fields is not sent any more"],
  ],
  [
    "a media type of a body that is gone",
    ({ paths }) => Reflect.deleteProperty(paths["/new"].post.requestBody.content, "multipart/form-data"),
    [
      "createKey request multipart/form-data example labelled: the mock refuses POST /new with 422: Supported content types: application/json",
    ],
  ],
  [
    "a next page that is refused",
    ({ paths }) => {
      const [cursor] = paths["/keys"].get.parameters;
      Object.assign(cursor ?? {}, { schema: { type: "string", maxLength: 1 }, example: "c" });
    },
    [
      "listKeys request all arguments: the mock refuses GET /keys with 422: query.cursor Request query parameter cursor must NOT have more than 1 characters",
      "listKeys pages from last: .items(): the mock refuses GET /keys with 422: query.cursor Request query parameter cursor must NOT have more than 1 characters",
    ],
  ],
])("%s is named", async (_, change, expected) => {
  const found = await broken(change);
  // The client of these tests does not change: what only the mock has against a call is said of some cells more.
  expect(found).toEqual(expect.arrayContaining([...expected]));
});

test("what the client does for its callers is kept too", async () => {
  const { api, getKey } = definitions;
  const found = await broken(() => {}, {
    definitions: {
      getKey: { ...getKey, idempotent: false },
      api: { ...api, baseUrl: "https://other.example.com" },
    },
  });
  const path = "/users/1/keys/2?secret=contract-secret";
  expect(found).toEqual([
    "getKey is repeated after a failure: a call that may be repeated must be | 2 | 1",
    `getKey goes to https://keys.example.com/v1: the call goes to another server | https://keys.example.com/v1/users/{user}/keys/{key} | https://other.example.com${path}`,
  ]);
});

test("credentials of the old document must still do", async () => {
  const found = await broken(({ components: { securitySchemes }, paths }) => {
    Object.assign(securitySchemes, { key: { type: "http", scheme: "bearer" } });
    Object.assign(paths["/keys"].get, { security: [{ key: [] }] });
  });
  expect(found).toEqual([
    "listKeys request required arguments: the mock refuses GET /keys with 401: it takes other credentials",
  ]);
});

test("answers that were closed may hold more", async () => {
  const found = await broken(
    ({ components: { schemas }, paths }) => {
      Object.assign(schemas.Key.properties, { colour: { type: "string" } });
      const { examples } = paths["/users/{user}/keys/{key}"].get.responses["200"].content["application/json"];
      Object.assign(examples.bare.value, { colour: "red" });
    },
    {},
    ({ components: { schemas } }) => Object.assign(schemas.Key, { additionalProperties: false }),
  );
  expect(found).toEqual([]);
});

test.each<[string, Sabotage, readonly string[]]>([
  [
    "a variable of the environment",
    { definitions: { api: { ...definitions.api, schemes: { ...definitions.api.schemes, id: OTHER } } } },
    [
      "getKey takes id from KEYS_ID: the client refuses the call: ConfigError: GET /users/{user}/keys/{key} -> keys: no credential for this call, expected auth.id (or KEYS_OTHER in the environment) and auth.secret",
    ],
  ],
  [
    "a free function",
    { exports: { ping: undefined } },
    ["ping as a free function: the package exports no function ping"],
  ],
  [
    "the class of an error",
    { exports: { NotFoundError: class extends Error {} } },
    [
      "getKey 404 application/json notFound: 404 is thrown as another error | NotFoundError | NotFoundError: GET /users/{user}/keys/{key} -> 404 (req_1)",
    ],
  ],
  [
    "an error where there is no answer",
    { exports: { TimeoutError: class extends Error {} } },
    [
      "getKey says why there is no answer: the call must throw a TimeoutError | TimeoutError | TimeoutError: GET /users/{user}/keys/{key} -> no headers within 1 ms",
    ],
  ],
])("%s that is another one is named", async (_, sabotage, expected) => {
  expect(await broken(() => {}, sabotage)).toEqual(expect.arrayContaining([...expected]));
});

test("what was hidden where errors are shown must stay hidden", async () => {
  const { schemes } = definitions.api;
  // Nothing else may be hidden for what it is called.
  const secret = apiKey({ in: "query", name: "token" });
  const api = { ...definitions.api, schemes: { ...schemes, secret } };
  const found = await broken(
    () => {},
    { definitions: { api } },
    ({ components: { schemas, securitySchemes } }) => {
      securitySchemes.secret.name = "token";
      Object.assign(schemas.Key.properties, { name: { type: "string", "x-sensitive": true } });
    },
  );
  expect(found).toEqual(["getKey hides secrets: name is secret, and the error shows it"]);
});
