import { expect, test } from "vitest";
import { homeName } from "../src/read/normal/home-name.ts";

const root = { paths: { "/keys/{id}": { post: { operationId: "createKey" }, put: {} } } };

test.each([
  ["#/paths/~1keys~1{id}/post/requestBody/content/application~1json/schema", "createKey_request"],
  [
    "#/paths/~1keys~1{id}/post/responses/201/content/application~1json/schema/items",
    "createKey_response_item",
  ],
  ["#/paths/~1keys~1{id}/put/responses/404/content/text~1json/schema", "put_keys_id_response_404"],
  ["#/components/schemas/Key/properties/owner", "Key_owner"],
  ["#/components/schemas/Key/properties/content/items/properties/items", "Key_content_item_items"],
  ["#/components/responses/Gone/content/application~1json/schema", "response_Gone"],
  ["#/components/schemas/content/items", "content_item"],
  ["#/components/schemas/鍵/properties/所有者", "鍵_所有者"],
  ["#/components/schemas/§", "Schema"],
])("%s is called %s", (pointer, name) => {
  expect(homeName(root, pointer)).toBe(name);
});
