import { type Checks, expectEqual, expectTrue } from "./check.ts";
import { leanAt, uploadBytes, uploadForm } from "./clients.ts";

/** Bodies that are not JSON. */
export const bodies: Checks = {
  "multipart from an object": async (at) => {
    const body = {
      note: "schlüssel ✓",
      tags: ["a", "b"],
      meta: { deep: true },
      blob: new Blob(["from a blob"], { type: "text/plain" }),
      bytes: new TextEncoder().encode("from bytes"),
      stream: textStream("from ", "a stream"),
    };
    const { headers, parts } = await uploadForm(leanAt(at("echo")), { body });
    const type = headers["content-type"] ?? "none";
    expectTrue(type.startsWith("multipart/form-data; boundary="), `a boundary, found ${type}`);
    const found = parts.map((part) => [part.name, part.value, part.type?.split(";")[0]]);
    const binary = "application/octet-stream";
    // A blob without a type has none on some platforms, and the default of RFC 7578 on others.
    const known = found.map(([name, value, kind]) => [name, value, kind === "" ? binary : kind]);
    expectEqual(
      known,
      [
        ["note", "schlüssel ✓", undefined],
        ["tags", "a", undefined],
        ["tags", "b", undefined],
        ["meta", '{"deep":true}', "application/json"],
        ["blob", "from a blob", "text/plain"],
        ["bytes", "from bytes", binary],
        ["stream", "from a stream", binary],
      ],
      "parts",
    );
  },
  "multipart through middleware": async (at) => {
    const client = leanAt(at("echo"), { middleware: [(request, next) => next(request)] });
    const { parts } = await uploadForm(client, { body: { blob: new Blob(["from a blob"]) } });
    expectEqual(parts[0]?.value, "from a blob", "part");
  },
  "bytes as a body": async (at) => {
    const body = new TextEncoder().encode("from bytes");
    const sent = await uploadBytes(leanAt(at("echo")), { body });
    expectEqual(
      [sent.headers["content-type"], sent.body],
      ["application/octet-stream", "from bytes"],
      "request",
    );
  },
  "stream as a body": async (at) => {
    const sent = await uploadBytes(leanAt(at("echo")), { body: textStream("from ", "a stream") });
    expectEqual(
      [sent.headers["content-type"], sent.body],
      ["application/octet-stream", "from a stream"],
      "request",
    );
  },
};

function textStream(...chunks: string[]): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    pull(controller) {
      const chunk = chunks.shift();
      if (chunk === undefined) controller.close();
      else controller.enqueue(encoder.encode(chunk));
    },
  });
}
