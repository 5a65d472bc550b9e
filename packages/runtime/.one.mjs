import { createApiClient, operation } from "./dist/index.js";
const get = operation({ id: "createUserApiKey", method: "POST", path: "/users/{userId}/api_keys", query: ["o"], body: "application/json" });
const client = createApiClient({ name: "automox", servers: [{ url: "https://console.automox.com/api" }], schemes: { bearerAuth: { type: "bearer", env: "AUTOMOX_API_KEY" } }, security: [["bearerAuth"]], sensitive: ["api_key"] }, { auth: { bearerAuth: "x" } });
console.log(await get(client, { userId: 1, o: 2, body: { name: "a" } }));
