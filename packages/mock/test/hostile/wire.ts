import { connect } from "node:net";

/** Bytes to send, and how. */
export interface Delivery {
  readonly bytes: Uint8Array;
  /** Where the bytes are cut, each piece sent on its own. */
  readonly cuts: readonly number[];
  /** Hangs up after so many bytes; undefined waits for the answer. */
  readonly hangUpAfter: number | undefined;
  /** Says that nothing more comes, once everything is sent. */
  readonly ends: boolean;
}

export interface WireAnswer {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

/** What came back: an answer, nothing because the connection was closed, or nothing at all. */
export type Outcome = WireAnswer | "closed" | "silence" | `malformed: ${string}`;

/** Sends bytes that no HTTP client would, and reads the first answer. */
export function deliver(
  url: string,
  { bytes, cuts, hangUpAfter, ends }: Delivery,
  limitMs: number,
): Promise<Outcome> {
  const { port, hostname } = new URL(url);
  const sent = hangUpAfter === undefined ? bytes : bytes.subarray(0, hangUpAfter);
  // The answer to a HEAD has a length, and no body.
  const bodiless = Buffer.from(bytes.subarray(0, 5)).toString("latin1") === "HEAD ";
  return new Promise((resolve) => {
    const socket = connect({ port: Number(port), host: hostname, allowHalfOpen: true, noDelay: true });
    let text = "";
    const done = (outcome: Outcome): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve(outcome);
    };
    const timer = setTimeout(() => done("silence"), limitMs);
    socket
      .on("data", (chunk) => {
        text += chunk.toString("latin1");
        const answer = parse(text, bodiless, false);
        if (answer !== undefined) done(answer);
      })
      .on("end", () => done(parse(text, bodiless, true) ?? "closed"))
      .on("error", () => done(parse(text, bodiless, true) ?? "closed"));
    void write(socket, sent, cuts, () => {
      if (hangUpAfter !== undefined) done("closed");
      else if (ends) socket.end();
    });
  });
}

async function write(
  socket: ReturnType<typeof connect>,
  bytes: Uint8Array,
  cuts: readonly number[],
  written: () => void,
): Promise<void> {
  const places = [
    ...cuts.filter((cut) => cut < bytes.length).toSorted((one, other) => one - other),
    bytes.length,
  ];
  let start = 0;
  for (const end of places) {
    if (socket.destroyed) return;
    const piece = bytes.subarray(start, end);
    await new Promise<void>((resolve) => socket.write(piece, () => resolve()));
    start = end;
  }
  written();
}

/** Undefined as long as there is more to come. */
function parse(
  text: string,
  bodiless: boolean,
  ended: boolean,
): WireAnswer | `malformed: ${string}` | undefined {
  const end = text.indexOf("\r\n\r\n");
  if (end < 0) return ended && text !== "" ? `malformed: ${text.slice(0, 200)}` : undefined;
  const [first = "", ...lines] = text.slice(0, end).split("\r\n");
  const status = Number(/^HTTP\/1\.1 (\d{3}) [ -~]*$/.exec(first)?.[1]);
  if (Number.isNaN(status)) return `malformed: ${first}`;
  if (status < 200) return parse(text.slice(end + 4), bodiless, ended);
  const headers = new Map<string, string>();
  for (const line of lines) {
    const [, name, value] = /^([\w-]+): ([\t\x20-\x7e\x80-\xff]*)$/.exec(line) ?? [];
    if (name === undefined || value === undefined) return `malformed: ${line}`;
    headers.set(name.toLowerCase(), value);
  }
  const body = text.slice(end + 4);
  const length = bodiless ? 0 : Number(headers.get("content-length") ?? 0);
  if (body.length >= length) return { status, headers, body: body.slice(0, length) };
  return ended ? `malformed: ${body.length} bytes of ${length}` : undefined;
}
