import {
  type Api,
  type Content,
  type Operation,
  type Response,
  sampleContent,
  successes,
} from "@keysmith/generator";
import type { PlannedAnswer } from "./planned.ts";

/** An answer such as the document describes for a success of the operation. */
export function answerOf(api: Api, operation: Operation): PlannedAnswer {
  const described = successes(operation);
  const response = described.find(({ contents }) => contents.length > 0) ?? described[0];
  const status = response === undefined ? 204 : statusOf(response);
  const [content] = response?.contents ?? [];
  const bodiless = operation.method === "HEAD" || status === 204 || status === 205;
  if (content === undefined || bodiless) return { status };
  const mediaType = mediaTypeOf(content);
  const value = sampleContent(api, content);
  if (/[/+]json\b/.test(mediaType)) return { status, mediaType, text: JSON.stringify(value), json: value };
  return {
    status,
    mediaType,
    text: typeof value === "string" && value !== "" ? value : JSON.stringify(value),
  };
}

function statusOf({ status }: Response): number {
  return typeof status === "number" ? status : 200;
}

/** One of the range, where the document gives a range. */
function mediaTypeOf({ mediaType, kind }: Content): string {
  if (!mediaType.includes("*")) return mediaType;
  if (kind === "json") return "application/json";
  return mediaType.startsWith("text/") ? "text/plain" : mediaType.replace("/*", "/x-any").replace("*", "x");
}
