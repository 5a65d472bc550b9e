import { STATUS_CODES, type Server } from "node:http";
import type { Duplex } from "node:stream";
import { answerOfProblem } from "../engine/answer.ts";
import type { MockResponse } from "../engine/message.ts";
import { problem } from "../engine/problem.ts";

/**
 * Answers what Node.js would refuse with a bare status, or without a word: bytes that are no HTTP, headers that are too
 * large, requests that never end, proxying.
 */
export function answerMalformed(server: Server): void {
  server.on("clientError", (error: NodeJS.ErrnoException, socket) => {
    if (error.code === "ECONNRESET" || !socket.writable) socket.destroy();
    else end(socket, refusal(error));
  });
  server.on("connect", (_request, socket) => {
    end(
      socket,
      answerOfProblem(problem(400, "malformed-request", "CONNECT is for proxies, and a mock is none")),
    );
  });
  server.on("checkExpectation", (request, response) => {
    const { status, headers, body } = answerOfProblem(
      problem(
        417,
        "expectation-failed",
        `a mock continues at once, and does not know ${request.headers.expect}`,
      ),
    );
    for (const [name, value] of headers) response.setHeader(name, value);
    // Its body is not read.
    response.writeHead(status, { connection: "close", "content-length": Buffer.byteLength(body) }).end(body);
  });
}

function refusal({ code, message }: NodeJS.ErrnoException): MockResponse {
  switch (code) {
    case "HPE_HEADER_OVERFLOW":
      return answerOfProblem(
        problem(431, "headers-too-large", "the headers are larger than 16 KiB together"),
      );
    case "HPE_CHUNK_EXTENSIONS_OVERFLOW":
      return answerOfProblem(
        problem(413, "body-too-large", "the extensions of the chunks are larger than 16 KiB"),
      );
    case "ERR_HTTP_REQUEST_TIMEOUT":
      return answerOfProblem(problem(408, "request-timeout", "the request did not end in time"));
    default:
      return answerOfProblem(problem(400, "malformed-request", `the request is not HTTP/1.1: ${message}`));
  }
}

/** Writes an answer where there is no response to write to, and closes the connection. What still comes is not looked at. */
function end(socket: Duplex, { status, headers, body }: MockResponse): void {
  const lines = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    ...[...headers].map(([name, value]) => `${name}: ${value}`),
    `content-length: ${Buffer.byteLength(body)}`,
    "connection: close",
  ];
  socket.on("error", () => socket.destroy());
  socket.end(`${lines.join("\r\n")}\r\n\r\n${body}`);
  // Unread, it would hide that the client has gone.
  socket.resume();
}
