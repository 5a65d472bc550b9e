import type { Sabotage } from "../keys-package.ts";

/** What is broken, how, the cell that must see it, and what it must say. */
export type Reason = readonly [title: string, sabotage: Sabotage, cell: string, says: RegExp];

/** The answer with another body, status or header. */
export async function instead(
  response: Response,
  change: { body?: (text: string) => string; status?: number; type?: string },
): Promise<Response> {
  const text = await response.text();
  const headers = new Headers(response.headers);
  if (change.type !== undefined) headers.set("content-type", change.type);
  headers.delete("content-length");
  const body = change.body?.(text) ?? text;
  return new Response(body === "" ? null : body, { status: change.status ?? response.status, headers });
}

/** The request to another target. */
export function to(request: Request, change: (url: URL) => void): Request {
  const url = new URL(request.url);
  change(url);
  return new Request(url, request);
}
