import type { Fragment, Row } from "../row.ts";

const done: Fragment = { 204: { description: "Done." } };

/** Operations of these ids, at `/0`, `/1` and so on; without one where it is null. */
function called(...ids: readonly (string | null)[]): Fragment {
  return {
    paths: Object.fromEntries(
      ids.map((operationId, index) => {
        const named = operationId === null ? {} : { operationId };
        return [`/${index}`, { get: { ...named, responses: done } }];
      }),
    ),
  };
}

export const names: readonly Row[] = [
  {
    feature: "`operationId` in any case: `get_key`, `Get-Key`, `GETKey`",
    status: "supported",
    document: called("get_key", "ListKeys", "MAKE-KEY"),
    calls: { "client.getKey()": "GET /0", "client.listKeys()": "GET /1", "client.makeKey()": "GET /2" },
  },
  {
    feature: "no `operationId`",
    status: "supported",
    note: "named after method and path",
    document: called(null),
    calls: { "client.get0()": "GET /0" },
  },
  {
    feature: "an empty `operationId`",
    status: "warned",
    note: "named after method and path",
    document: called(""),
    says: [["#/paths/~10/get/operationId", "`operationId` is empty"]],
    calls: { "client.get0()": "GET /0" },
  },
  {
    feature: "an `operationId` twice",
    status: "refused",
    document: called("look", "look"),
    says: [["#/paths/~11/get/operationId", "The operationId `look` is taken by `GET /0`"]],
  },
  {
    feature: "`operationId`s that are one name in camel case",
    status: "supported",
    document: called("get_key", "getKey", "get-key"),
    calls: { "client.getKey()": "GET /1", "client.getKey2()": "GET /0", "client.getKey3()": "GET /2" },
  },
  {
    feature: "reserved words, and members of a client",
    status: "supported",
    document: called("delete", "GET", "use", "withOptions", "constructor", "then", "request"),
    calls: {
      "client.delete_()": "GET /0",
      "client.get()": "GET /1",
      "client.use_()": "GET /2",
      "client.withOptions_()": "GET /3",
      "client.constructor_()": "GET /4",
      "client.then_()": "GET /5",
      "client.request_()": "GET /6",
    },
  },
  {
    feature: "an `operationId` that begins with a digit, or holds no letter",
    status: "supported",
    document: called("2fa", "🔑"),
    calls: { "client._2fa()": "GET /0", "client.get1()": "GET /1" },
  },
  {
    feature: "letters of any script",
    status: "supported",
    document: called("取得 金鑰", "получить-ключ"),
    calls: { "client.取得金鑰()": "GET /0", "client.получитьКлюч()": "GET /1" },
  },
  {
    feature: "schemas called like types of the platform, of the language or of the package",
    status: "supported",
    document: {
      ...called("look"),
      components: {
        schemas: Object.fromEntries(
          ["Error", "Promise", "Sample", "ApiError", "look", "2nd", "a.b", "A-B"].map((name) => [
            name,
            { type: "string", const: undefined, enum: [name] },
          ]),
        ),
      },
    },
    types: {
      "sdk.ErrorModel": "'Error'",
      "sdk.PromiseModel": "'Promise'",
      "sdk.SampleModel": "'Sample'",
      "sdk.ApiErrorModel": "'ApiError'",
      "sdk.Look": "'look'",
      "sdk._2nd": "'2nd'",
      "sdk.AB": "'a.b'",
      "sdk.AB2": "'A-B'",
    },
  },
  {
    feature: "parameters of one name in two places",
    status: "supported",
    document: {
      paths: {
        "/{id}": {
          get: {
            operationId: "look",
            parameters: [
              { name: "id", in: "path", required: true, schema: { type: "string" } },
              { name: "id", in: "query", schema: { type: "integer" } },
              { name: "body", in: "query", schema: { type: "integer" } },
            ],
            responses: done,
          },
        },
      },
    },
    calls: { 'client.look({ pathId: "x", queryId: 1, queryBody: 2 })': "GET /x?id=1&body=2" },
  },
];
