import type { Exchange } from "./exchange.ts";

/** A response whose reader is the caller: time limits hold until its body has been read or given up. */
export function handOver(response: Response, exchange: Exchange): Response {
  if (!response.body) exchange.end();
  if (!response.body) return response;
  exchange.unref();
  const reader = response.body.getReader();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await exchange.race(reader.read());
        if (!done) return controller.enqueue(value);
        controller.close();
      } catch (error) {
        controller.error(error);
      }
      exchange.end();
    },
    cancel(reason) {
      exchange.end();
      return reader.cancel(reason);
    },
  });
  const made = new Response(body, response);
  // Chromium says "Failed to fetch" whatever a stream failed with.
  for (const read of ["text", "json", "blob", "arrayBuffer", "bytes", "formData"] as const)
    Object.defineProperty(made, read, { value: () => exchange.race(Response.prototype[read].call(made)) });
  // What a made `Response` does not know.
  return Object.defineProperty(made, "url", { value: response.url });
}
