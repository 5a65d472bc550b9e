import * as fc from "fast-check";
import type { Lines } from "./headers.ts";

export interface Body {
  readonly headers: Lines;
  readonly bytes: Buffer;
}

export function body(): fc.Arbitrary<Body> {
  const boundary = fc.constantFrom(
    "--b\r\n",
    "--b--\r\n",
    'Content-Disposition: form-data; name="name"\r\n',
    "\r\n",
    "--",
    "value",
    'Content-Disposition: form-data; name="',
    "\0",
    "--b\r\n\r\nx\r\n--b--",
  );
  return fc.oneof(
    fc.constant({ headers: [], bytes: Buffer.alloc(0) }),
    of("application/json", fc.json()),
    of(
      "application/json",
      fc.constantFrom(
        '{"id":1}',
        '{"name":"x"}',
        '{"id":1,"name":"k"',
        '{"__proto__":{"x":1},"id":1}',
        '{"constructor":{"prototype":1}}',
        '"\\ud800"',
        '{"\\ud800":1}',
        "1e999",
        "-0",
        "\ufeff{}",
        "nul",
        "'",
        '{"id":1,"id":2}',
        '{"next":{"next":{"id":"x"}}}',
        `{"id":${"9".repeat(5000)}}`,
      ),
    ),
    of("application/json", fc.constantFrom(...DEEP)),
    of("application/json", fc.uint8Array({ maxLength: 40 })),
    of(
      "application/x-www-form-urlencoded",
      fc.oneof(
        fc.constantFrom(
          "name=a&count=1",
          "name=a&count=x",
          "name=%zz",
          "%zz=1",
          "__proto__=1&name=a",
          "&&&===",
          "name",
          "name=a&tags=[1",
          MANY_FIELDS,
        ),
        fc.string(),
      ),
    ),
    of(
      "multipart/form-data; boundary=b",
      fc.array(boundary, { maxLength: 12 }).map((parts) => parts.join("")),
    ),
    of("multipart/form-data; boundary=", fc.string()),
    of("text/plain", fc.string()),
    of("application/vnd.odd+json", fc.json()),
    fc.uint8Array({ maxLength: 60 }).map((bytes) => ({ headers: [], bytes: Buffer.from(bytes) })),
  );
}

const nested = (open: string, close: string, depth: number): string =>
  open.repeat(depth) + close.repeat(depth);
const DEEP = [
  nested("[", "]", 900),
  nested("[", "]", 100_000),
  "[".repeat(100_000),
  `${'{"next":'.repeat(20_000)}null${"}".repeat(20_000)}`,
];
const MANY_FIELDS = Array.from({ length: 5000 }, (_, index) => `f${index}=${index}`).join("&");

function of(type: string, bytes: fc.Arbitrary<Uint8Array | string>): fc.Arbitrary<Body> {
  return bytes.map((each) => ({ headers: [["Content-Type", type]] as const, bytes: Buffer.from(each) }));
}
