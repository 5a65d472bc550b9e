import type { Lines } from "./headers.ts";

export function framed(
  framing: "length" | "chunked" | "none" | "longer" | "shorter" | "both" | "broken chunks",
  bytes: Buffer,
): { lines: Lines; payload: Buffer; whole: boolean } {
  const length = (difference: number): Lines => [
    ["Content-Length", String(Math.max(0, bytes.length + difference))],
  ];
  const chunked: Lines = [["Transfer-Encoding", "chunked"]];
  switch (framing) {
    case "length":
      return { lines: length(0), payload: bytes, whole: true };
    case "longer":
      return { lines: length(10), payload: bytes, whole: false };
    case "shorter":
      return { lines: length(-3), payload: bytes, whole: true };
    case "both":
      return { lines: [...length(0), ...chunked], payload: chunks(bytes, ""), whole: true };
    case "chunked":
      return {
        lines: [...chunked, ["Trailer", "X-After"]],
        payload: chunks(bytes, "X-After: 1\r\n"),
        whole: true,
      };
    case "broken chunks":
      // With an Upgrade header Node.js does not see the fault until the connection ends, or time is over.
      return { lines: chunked, payload: Buffer.concat([Buffer.from("zz\r\n"), bytes]), whole: false };
    case "none":
      return { lines: [], payload: bytes, whole: true };
    default:
      return framing satisfies never;
  }
}

function chunks(bytes: Buffer, trailer: string): Buffer {
  const half = bytes.length >> 1;
  const pieces = [bytes.subarray(0, half), bytes.subarray(half)].filter((piece) => piece.length > 0);
  return Buffer.concat([
    ...pieces.flatMap((piece) => [
      Buffer.from(`${piece.length.toString(16)};x=y\r\n`),
      piece,
      Buffer.from("\r\n"),
    ]),
    Buffer.from(`0\r\n${trailer}\r\n`),
  ]);
}
