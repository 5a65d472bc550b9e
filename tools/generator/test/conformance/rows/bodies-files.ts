import { withBody, withOperation } from "../fragments.ts";
import type { Row } from "../row.ts";

const file = { type: "string", format: "binary" };
const upload = { type: "object", required: ["file"], properties: { file } };
const json = { "application/json": { schema: { $ref: "#/components/schemas/Upload" } } };
const form = { "multipart/form-data": { schema: { $ref: "#/components/schemas/Upload" } } };
const place = "#/components/schemas/Upload/properties/file/format";

/** `format: binary` where it is not the whole body. */
export const bodiesFiles: readonly Row[] = [
  {
    feature: "a file in JSON: `format: binary`",
    status: "warned",
    note: "JSON has no files: the type is `string`.",
    document: withOperation({ requestBody: { required: true, content: json } }, "post", {
      components: { schemas: { Upload: upload } },
    }),
    says: [[place, "JSON and parameters have no files: the type is `string`"]],
    calls: { 'client.send({ body: { file: "YQ" } })': { sends: "POST /things", body: '{"file":"YQ"}' } },
    types: { "sdk.Upload": "{ file: string }" },
    wrong: ["client.send({ body: { file: new Blob([]) } })"],
  },
  {
    feature: "a file that JSON and a form share",
    status: "warned",
    note: "The type is that of both.",
    document: withOperation(
      { requestBody: { content: form }, responses: { 200: { description: "Done.", content: json } } },
      "post",
      { components: { schemas: { Upload: upload } } },
    ),
    says: [[place, "the type is that of both"]],
    types: { "sdk.Upload": "{ file: Blob | string }" },
  },
  {
    feature: "files in the fields of a form, also as a list",
    status: "supported",
    document: withBody({
      "multipart/form-data": {
        schema: { type: "object", required: ["all"], properties: { all: { type: "array", items: file } } },
      },
    }),
    types: { "sdk.SendArgs": "{ body: { all: Blob[] } }" },
  },
  {
    feature: "a file as the whole of JSON",
    status: "warned",
    note: "JSON has no files: the type is `string`.",
    document: withBody({ "application/json": { schema: file } }),
    says: [["#/paths/~1things/post/requestBody/content/application~1json", "holds no bytes"]],
    types: { "sdk.SendArgs": "{ body: string }" },
  },
];
