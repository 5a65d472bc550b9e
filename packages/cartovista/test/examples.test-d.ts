// Generated from specs/cartovista.yaml by Keysmith. Edit the document, then run `pnpm generate cartovista`.

/* oxlint-disable no-console, no-unused-vars -- what an example leaves over is its reader's to use */

import * as calls from "@keysmith/cartovista";
import type { CartovistaClient } from "@keysmith/cartovista";
import { createCartovista } from "@keysmith/cartovista";

const cartovista = createCartovista({
  auth: { apiKey: process.env.CARTOVISTA_API_KEY, secretKey: process.env.CARTOVISTA_SECRET_KEY },
});

export async function createAccessKeyExamples(client: CartovistaClient): Promise<void> {
  {
    const accessKey = await cartovista.createAccessKey({
      tenantUrlCode: "acme",
      UserIdentifier: "11111111-1111-4111-8111-111111111111",
      body: {},
    });
  }
  {
    const accessKey = await cartovista.createAccessKey({
      tenantUrlCode: "acme",
      UserIdentifier: "11111111-1111-4111-8111-111111111111",
      body: { ipWhitelisting: ["203.0.113.10"], notes: "Nightly map export" },
    });
  }
  {
    await calls.createAccessKey(client, {
      tenantUrlCode: "acme",
      UserIdentifier: "11111111-1111-4111-8111-111111111111",
      body: {},
    });
  }
}

export async function getAccessKeysExamples(client: CartovistaClient): Promise<void> {
  {
    const accessKeys = await cartovista.getAccessKeys({
      tenantUrlCode: "acme",
      UserIdentifier: "11111111-1111-4111-8111-111111111111",
    });
  }
  {
    await calls.getAccessKeys(client, {
      tenantUrlCode: "acme",
      UserIdentifier: "11111111-1111-4111-8111-111111111111",
    });
  }
}

export async function updateAccessKeyExamples(client: CartovistaClient): Promise<void> {
  {
    await cartovista.updateAccessKey({
      tenantUrlCode: "acme",
      body: {
        accessKey: "00000000-0000-0000-0000-000000000001",
        enabled: true,
        ipWhitelisting: [],
        notes: "",
      },
    });
  }
  {
    await cartovista.updateAccessKey({
      tenantUrlCode: "acme",
      body: {
        accessKey: "00000000-0000-0000-0000-000000000001",
        enabled: true,
        ipWhitelisting: ["198.51.100.7", "198.51.100.8"],
        notes: "Nightly map export",
      },
    });
  }
  {
    await calls.updateAccessKey(client, {
      tenantUrlCode: "acme",
      body: {
        accessKey: "00000000-0000-0000-0000-000000000001",
        enabled: true,
        ipWhitelisting: [],
        notes: "",
      },
    });
  }
}

export async function deleteApiKeyExamples(client: CartovistaClient): Promise<void> {
  {
    await cartovista.deleteApiKey({
      tenantUrlCode: "acme",
      id: "00000000-0000-0000-0000-000000000001",
    });
  }
  {
    await calls.deleteApiKey(client, { tenantUrlCode: "acme", id: "00000000-0000-0000-0000-000000000001" });
  }
}

export async function generateSecretKeyExamples(client: CartovistaClient): Promise<void> {
  {
    const secretKey = await cartovista.generateSecretKey({
      tenantUrlCode: "acme",
      id: "00000000-0000-0000-0000-000000000001",
    });
  }
  {
    await calls.generateSecretKey(client, {
      tenantUrlCode: "acme",
      id: "00000000-0000-0000-0000-000000000001",
    });
  }
}
