import * as fc from "fast-check";

export type Lines = readonly (readonly [name: string, value: string])[];

export function credentials(): fc.Arbitrary<Lines> {
  return fc.oneof(
    {
      weight: 6,
      arbitrary: fc.constant([
        ["Authorization", "Bearer test"],
        ["Cookie", "session=1"],
        ["X-API-KEY", "1"],
      ] as const),
    },
    fc
      .constantFrom(
        "Bearer",
        "bearer",
        "Basic",
        "Basic %%%",
        "Basic dGVzdA==",
        "Digest x",
        "",
        "Bearer  ",
        "__proto__ x",
        "Bearer\ttab",
      )
      .map((text) => [["Authorization", text]] as const),
    fc.constant([]),
  );
}

export function header(): fc.Arbitrary<readonly [string, string]> {
  return fc.oneof(
    pick(
      "Prefer",
      "code=200",
      "code=404",
      "code=999",
      "code=abc",
      "example=x",
      "code=200, example=__proto__",
      'code="20',
      "dynamic=true",
      "=",
      ",,,",
      "code",
      "code=__proto__",
      "return=minimal",
      `code=404, ${"a=b,".repeat(500)}`,
    ),
    pick(
      "Accept",
      "*/*",
      "application/json",
      "text/html",
      "application/*",
      "json",
      ";q",
      "*/*;q=0",
      "a/b;q=x",
      ",".repeat(500),
      "application/json;q=1e400",
    ),
    pick("Expect", "100-continue", "something", ""),
    pick("Connection", "close", "keep-alive", "Upgrade", "Host", "close, upgrade"),
    pick("Upgrade", "websocket", "h2c", "x"),
    pick("Content-Encoding", "gzip", "br", "identity", "nonsense"),
    pick(
      "Content-Type",
      "text/plain",
      "multipart/form-data",
      "a/b;charset=utf-7",
      "application/json;",
      "application/json; charset=utf-16",
      ";",
      "\u00e9/x",
      "__proto__/x",
    ),
    pick(
      "Cookie",
      "session",
      "=;=;",
      "session=\u00ff",
      ";".repeat(2000),
      "__proto__=1",
      "session=a; session=b",
    ),
    pick("X-List", "1,2", "a", "", ",,,", "1,".repeat(2000)),
    pick("X-Map", "a=1", "a", "a=1=2,,=", "__proto__=1", "a=x"),
    pick("Host", "", "mock:99999", "a b", "[::"),
    pick("Origin", "null", "http://app.test", "\u00e9"),
    pick("Access-Control-Request-Headers", "x", "\u00e9", "a,".repeat(500)),
    pick("Transfer-Encoding", "gzip", "identity", "chunked, chunked"),
    pick("Content-Length", "0", "-1", "1e3", "99999999999999999999", " 5"),
    pick("Range", "bytes=0-1"),
    pick("X-Big", "x".repeat(20_000), "x".repeat(9000)),
    fc.tuple(fc.string({ maxLength: 6 }), fc.string({ maxLength: 20 })),
  );
}

function pick(name: string, ...values: string[]): fc.Arbitrary<readonly [string, string]> {
  return fc.constantFrom(...values).map((text) => [name, text] as const);
}
