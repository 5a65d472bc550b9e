import * as fc from "fast-check";
import { body, type Body } from "./bodies.ts";
import { framed } from "./framing.ts";
import { credentials, header } from "./headers.ts";
import { method, name, pathOf, queryOf, segmentChange, target, value } from "./targets.ts";
import type { Delivery } from "./wire.ts";

/** A valid request of an operation, as a start for those that are nearly right. */
export interface Known {
  readonly method: string;
  readonly template: string;
  /** Required parameters. */
  readonly query: readonly (readonly [name: string, value: string])[];
  readonly body: { readonly mediaType: string; readonly text: string } | undefined;
}

export interface HostileRequest extends Delivery {
  /** Readable, for the report of a failure. */
  readonly head: string;
}

/** Requests from nearly right to nonsense, for a document with these operations. */
export function hostileRequests(known: readonly Known[]): fc.Arbitrary<HostileRequest> {
  return fc
    .record({
      known: fc.constantFrom(...known),
      method: oneIn(6, method()),
      path: fc.oneof(fc.constant([]), fc.array(segmentChange(), { maxLength: 3 })),
      query: fc.oneof(fc.constant([]), fc.array(fc.tuple(name(), value()), { maxLength: 6 })),
      target: oneIn(12, target()),
      version: oneIn(20, fc.constantFrom("HTTP/1.0", "HTTP/2.0", "HTTP/1.2", "http/1.1", "", "HTTP/1.1 x")),
      headers: fc.oneof(fc.constant([]), fc.array(header(), { maxLength: 4 })),
      credentials: credentials(),
      body: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 2, arbitrary: body() }),
      framing: fc.oneof(
        { weight: 12, arbitrary: fc.constant("length" as const) },
        { weight: 5, arbitrary: fc.constant("chunked" as const) },
        fc.constantFrom("none", "longer", "shorter", "both", "broken chunks"),
      ),
      cuts: fc.array(fc.nat(400), { maxLength: 3 }),
      hangUpAfter: oneIn(12, fc.nat(600)),
    })
    .map((parts) => {
      const sent = parts.body ?? own(parts.known);
      const line = [
        parts.method ?? parts.known.method,
        parts.target ??
          pathOf(parts.known.template, parts.path) + queryOf([...parts.known.query, ...parts.query]),
        parts.version ?? "HTTP/1.1",
      ].join(" ");
      const headers = [["Host", "mock"] as const, ...parts.credentials, ...sent.headers, ...parts.headers];
      const { lines, payload, whole } = framed(parts.framing, sent.bytes);
      const head = [line, ...[...headers, ...lines].map(([key, text]) => `${key}: ${text}`), "", ""].join(
        "\r\n",
      );
      return {
        head,
        bytes: Buffer.concat([Buffer.from(head, "latin1"), payload]),
        ends: !(whole && !headers.some(([key]) => /^(content-length|transfer-encoding)$/i.test(key))),
        cuts: parts.cuts,
        hangUpAfter: parts.hangUpAfter ?? undefined,
      };
    });
}

/** Null in all but one of so many. */
function oneIn<T>(many: number, arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> {
  return fc.oneof({ weight: many - 1, arbitrary: fc.constant(null) }, { weight: 1, arbitrary });
}

function own({ body: valid }: Known): Body {
  if (valid === undefined) return { headers: [], bytes: Buffer.alloc(0) };
  return { headers: [["Content-Type", valid.mediaType]], bytes: Buffer.from(valid.text) };
}
