import { withOperation } from "../fragments.ts";
import type { Fragment, Row } from "../row.ts";
import { security } from "./security.ts";

const production: Fragment = {
  url: "https://{region}.example.com/{basePath}/",
  "x-name": "production",
  variables: {
    region: { default: "eu", enum: ["eu", "us"] },
    basePath: { default: "v1" },
  },
};
const sandbox: Fragment = { url: "https://sandbox.example.com", "x-name": "sandbox" };

export const serversAndSecurity: readonly Row[] = [
  {
    feature: "several servers, and variables in their addresses",
    status: "supported",
    note: "chosen by `environment`, from `x-name`, and `server`",
    document: { ...withOperation({}), servers: [production, sandbox] },
    options: '{ environment: "production", server: { region: "us", basePath: "v2" } }',
    types: {
      'sdk.SampleOptions["environment"]': '"production" | "sandbox" | undefined',
      'NonNullable<sdk.SampleOptions["server"]>["region"]': '"eu" | "us" | undefined',
      'NonNullable<sdk.SampleOptions["server"]>["basePath"]': "string | undefined",
    },
    calls: { "client.send()": "GET /things" },
    wrong: ['sdk.createSample({ environment: "moon" })', 'sdk.createSample({ server: { region: "mars" } })'],
    also: "test/golden/client.md",
  },
  {
    feature: "a variable that starts at a value it does not list",
    versions: ["3.0"],
    status: "warned",
    document: {
      ...withOperation({}),
      servers: [
        { ...production, variables: { region: { default: "ap", enum: ["eu"] }, basePath: { default: "" } } },
      ],
    },
    says: [["#/servers/0/variables/region/default", "`default` must be one of the values in `enum`"]],
    types: { 'NonNullable<sdk.SampleOptions["server"]>["region"]': '"eu" | "ap" | undefined' },
  },
  {
    feature: "a variable that starts at a value it does not list, which 3.1 forbids",
    versions: ["3.1"],
    status: "refused",
    document: {
      ...withOperation({}),
      servers: [
        { ...production, variables: { region: { default: "ap", enum: ["eu"] }, basePath: { default: "" } } },
      ],
    },
    says: [["#/servers/0/variables/region/default", "`default` must be one of the values in `enum`"]],
  },
  {
    feature: "a relative server, or none",
    status: "warned",
    note: "the option `baseUrl` has to say where the API is",
    document: { ...withOperation({}), servers: [{ url: "/v1" }] },
    says: [["#/servers/0/url", "`/v1` is relative"]],
    calls: {
      "client.send()": "GET /things",
      "client && sdk.createSample()": { throws: /base URL must be absolute/ },
    },
  },
  {
    feature: "an `http:` server, alone",
    status: "warned",
    note: "as none: clients call nothing that is not encrypted",
    document: { ...withOperation({}), servers: [{ url: "http://api.example.com" }] },
    says: [["#/servers/0/url", "is not encrypted"]],
    calls: {
      "client.send()": "GET /things",
      "client && sdk.createSample()": { throws: /base URL must be absolute/ },
    },
  },
  {
    feature: "an `http:` server beside an `https:` one, a server without a scheme",
    status: "supported",
    document: {
      ...withOperation({}),
      servers: [{ url: "http://api.example.com" }, { url: "//api.example.com" }],
    },
    calls: { "client && typeof sdk.createSample().send": { gives: "function" } },
  },
  {
    feature: "servers of a path or of an operation",
    status: "supported",
    note: "called with credentials, as the document's; the option `baseUrl` holds for all",
    document: withOperation({
      servers: [{ url: "https://files.example.com/{bucket}", variables: { bucket: { default: "all" } } }],
    }),
    options: '{ server: { bucket: "mine" } }',
    types: { 'NonNullable<sdk.SampleOptions["server"]>["bucket"]': "string | undefined" },
    calls: {
      "client.send()": "GET /things",
      "client && sdk.request(sdk.createSample({ server: { bucket: 'mine' } }), sdk.send).then(({ url }) => url)":
        {
          gives: "https://files.example.com/mine/things",
        },
    },
    also: "../../packages/runtime/test/own-server.test.ts",
  },
  {
    feature: "servers of a path, and of one of its operations",
    status: "supported",
    note: "the nearest counts",
    document: {
      paths: {
        "/a": {
          servers: [{ url: "https://files.example.com" }],
          get: { operationId: "send", responses: { 204: { description: "Done." } } },
          put: {
            operationId: "set",
            servers: [{ url: "https://set.example.com" }],
            responses: { 204: { description: "Done." } },
          },
        },
      },
    },
    calls: {
      "client && sdk.request(sdk.createSample(), sdk.send).then(({ url }) => url)": {
        gives: "https://files.example.com/a",
      },
      "client && sdk.request(sdk.createSample(), sdk.set).then(({ url }) => url)": {
        gives: "https://set.example.com/a",
      },
    },
  },
  ...security,
];
