import { createCartovista } from "@keysmith/cartovista";
import { mockCartovista } from "@keysmith/cartovista/mock";
import { expect, test } from "vitest";

/** What `x-mock-resource` says in the document: the life of a key, through the client, against the stateful mock. */

test("create, list, change by the id in the body, generate secrets, delete", async () => {
  const cartovista = createCartovista({
    fetch: mockCartovista({ stateful: true }),
    auth: { apiKey: "any", secretKey: "any" },
  });
  const tenantUrlCode = "acme";
  const user = { tenantUrlCode, UserIdentifier: "11111111-1111-4111-8111-111111111111" };
  const other = { tenantUrlCode, UserIdentifier: "33333333-3333-4333-8333-333333333333" };

  const created = await cartovista.createAccessKey({ ...other, body: { ipWhitelisting: ["203.0.113.7"] } });
  expect(created).toMatchObject({ ipWhitelisting: ["203.0.113.7"], notes: "", userId: other.UserIdentifier });
  expect(created.accessKeyString).toBe(created.accessKey);
  expect(created.secretKey).toBeUndefined();
  const accessKey = created.accessKey ?? "";
  expect(await cartovista.getAccessKeys(other)).toEqual([created]);
  expect(await cartovista.getAccessKeys(user)).toHaveLength(2);

  const settings = { enabled: false, ipWhitelisting: [], notes: "Off" };
  await cartovista.updateAccessKey({ tenantUrlCode, body: { accessKey, ...settings } });
  const first = await cartovista.generateSecretKey({ tenantUrlCode, id: accessKey });
  const second = await cartovista.generateSecretKey({ tenantUrlCode, id: accessKey });
  expect(second).not.toBe(first);
  expect(await cartovista.getAccessKeys(other)).toEqual([{ ...created, ...settings, secretKey: second }]);

  await cartovista.deleteApiKey({ tenantUrlCode, id: accessKey });
  expect((await cartovista.deleteApiKey({ tenantUrlCode, id: accessKey }).safe()).error).toMatchObject({
    status: 404,
  });
  expect((await cartovista.generateSecretKey({ tenantUrlCode, id: accessKey }).safe()).error).toMatchObject({
    status: 404,
  });
  expect(
    (await cartovista.updateAccessKey({ tenantUrlCode, body: { accessKey, ...settings } }).safe()).error,
  ).toMatchObject({ status: 404 });
  expect(await cartovista.getAccessKeys(other)).toEqual([]);
});
