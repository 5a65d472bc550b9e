import { expect, test } from "vitest";
import { emitPackageJson } from "../src/emit/package/package-json.ts";
import { emitTsconfigs } from "../src/emit/package/tsconfig.ts";
import { emitTurbo } from "../src/emit/package/turbo.ts";
import { apiOf, standalone, workspace } from "./emit-api.ts";

const api = apiOf({ title: 'The\n "Sample" API' });

test("a package of the workspace", () => {
  expect(emitPackageJson(api, workspace)).toMatchInlineSnapshot(`
    "{
      "name": "@keysmith/sample",
      "version": "0.1.0",
      "description": "Typed client for the \\"Sample\\" API, generated from its OpenAPI document.",
      "keywords": [
        "sample",
        "api-client",
        "openapi",
        "openapi-fetch",
        "sdk",
        "typescript"
      ],
      "license": "MIT",
      "repository": {
        "type": "git",
        "url": "git+https://github.com/keysmith/keysmith.git",
        "directory": "packages/sample"
      },
      "files": [
        "dist",
        "src",
        "docs",
        "openapi.yaml",
        "CHANGELOG.md"
      ],
      "type": "module",
      "sideEffects": false,
      "exports": {
        ".": {
          "types": "./dist/index.d.ts",
          "default": "./dist/index.js"
        },
        "./functions": {
          "types": "./dist/functions.d.ts",
          "default": "./dist/functions.js"
        },
        "./mock": {
          "types": "./dist/mock.d.ts",
          "default": "./dist/mock.js"
        },
        "./openapi.yaml": "./openapi.yaml",
        "./package.json": "./package.json"
      },
      "publishConfig": {
        "access": "public"
      },
      "scripts": {
        "build": "tsc --project tsconfig.build.json",
        "check:generated": "node ../../tools/generator/src/main.ts sample --check",
        "generate": "node ../../tools/generator/src/main.ts sample",
        "lint": "oxlint --config ../../tools/config/oxlint.json . && oxfmt --config ../../tools/config/oxfmt.json --check . '!**/CHANGELOG.md'",
        "test": "vitest run --config ../../tools/config/vitest.config.ts",
        "typecheck": "tsc --noEmit"
      },
      "dependencies": {
        "@keysmith/runtime": "workspace:^"
      },
      "devDependencies": {
        "@keysmith/config": "workspace:*",
        "@keysmith/contract": "workspace:*",
        "@keysmith/generator": "workspace:*",
        "@keysmith/mock": "workspace:*",
        "@types/node": "catalog:",
        "typescript": "catalog:",
        "vitest": "catalog:"
      },
      "peerDependencies": {
        "@keysmith/mock": "workspace:^"
      },
      "peerDependenciesMeta": {
        "@keysmith/mock": {
          "optional": true
        }
      },
      "engines": {
        "node": ">=20.19"
      },
      "keysmith": {
        "spec": "specs/sample.yaml",
        "title": "The \\"Sample\\" API",
        "operations": 0
      }
    }
    "
  `);
});

test("a package that stands alone knows nothing of the monorepo", () => {
  const text = emitPackageJson(api, standalone) + JSON.stringify(emitTsconfigs(standalone));
  expect(text).not.toMatch(/workspace:|catalog:|\.\.\/|@keysmith\/(?!runtime|mock)|keysmith\.git|vitest/);
  expect(emitPackageJson(api, standalone)).toMatchInlineSnapshot(`
    "{
      "name": "sample",
      "version": "0.1.0",
      "description": "Typed client for the \\"Sample\\" API, generated from its OpenAPI document.",
      "keywords": [
        "sample",
        "api-client",
        "openapi",
        "openapi-fetch",
        "sdk",
        "typescript"
      ],
      "files": [
        "dist",
        "src",
        "docs",
        "openapi.yaml"
      ],
      "type": "module",
      "sideEffects": false,
      "exports": {
        ".": {
          "types": "./dist/index.d.ts",
          "default": "./dist/index.js"
        },
        "./functions": {
          "types": "./dist/functions.d.ts",
          "default": "./dist/functions.js"
        },
        "./mock": {
          "types": "./dist/mock.d.ts",
          "default": "./dist/mock.js"
        },
        "./openapi.yaml": "./openapi.yaml",
        "./package.json": "./package.json"
      },
      "scripts": {
        "build": "tsc"
      },
      "dependencies": {
        "@keysmith/runtime": "^0.1.0"
      },
      "devDependencies": {
        "@keysmith/mock": "^0.1.0",
        "typescript": "^7.0.2"
      },
      "peerDependencies": {
        "@keysmith/mock": "^0.1.0"
      },
      "peerDependenciesMeta": {
        "@keysmith/mock": {
          "optional": true
        }
      },
      "engines": {
        "node": ">=20.19"
      },
      "keysmith": {
        "spec": "openapi.yaml"
      }
    }
    "
  `);
});

test("settings come from the shared ones, or are complete", () => {
  expect(emitTsconfigs(workspace).map((file) => [file.path, JSON.parse(file.text)])).toEqual([
    ["tsconfig.json", { extends: "@keysmith/config/tsconfig.client.json" }],
    ["tsconfig.build.json", { extends: "@keysmith/config/tsconfig.client-build.json" }],
  ]);
  expect(
    emitTsconfigs(standalone).map((file) => [file.path, JSON.parse(file.text).compilerOptions.strict]),
  ).toEqual([["tsconfig.json", true]]);
});

test("turbo re-runs a package for its own document", () => {
  const { tasks } = JSON.parse(emitTurbo(apiOf({ name: "sample" })));
  for (const task of ["generate", "check:generated"]) {
    expect(tasks[task].inputs).toContain("$TURBO_ROOT$/specs/sample.yaml");
    expect(tasks[task].inputs).toContain("$TURBO_EXTENDS$");
  }
});

test.each([
  { title: "Sample API", called: "the Sample API" },
  { title: "The Sample API", called: "the Sample API" },
  { title: "A Sample API", called: "a Sample API" },
  { title: "Sample Corp's API", called: "Sample Corp's API" },
  { title: "API of Sample's users", called: "the API of Sample's users" },
])("$title is $called in a sentence", ({ title, called }) => {
  expect(emitPackageJson(apiOf({ title }), workspace)).toContain(`Typed client for ${called}, generated`);
});
