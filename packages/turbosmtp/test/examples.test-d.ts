// Generated from specs/turbosmtp.yaml by Keysmith. Edit the document, then run `pnpm generate turbosmtp`.

/* oxlint-disable no-console, no-unused-vars -- what an example leaves over is its reader's to use */

import * as calls from "@keysmith/turbosmtp";
import type { TurbosmtpClient } from "@keysmith/turbosmtp";
import { createTurbosmtp } from "@keysmith/turbosmtp";

const turbosmtp = createTurbosmtp({ auth: { ApiKeyAuth: process.env.TURBOSMTP_API_KEY } });

export async function createConsumerKeyExamples(client: TurbosmtpClient): Promise<void> {
  {
    const createdConsumerKey = await turbosmtp.createConsumerKey({ body: {} });
  }
  {
    const createdConsumerKey = await turbosmtp.createConsumerKey({ body: { label: "QA" } });
  }
  {
    await calls.createConsumerKey(client, { body: {} });
  }
}

export async function listConsumerKeysExamples(client: TurbosmtpClient): Promise<void> {
  {
    const consumerKeyList = await turbosmtp.listConsumerKeys();
  }
  {
    await calls.listConsumerKeys(client);
  }
}

export async function deleteConsumerKeyExamples(client: TurbosmtpClient): Promise<void> {
  {
    const successBody = await turbosmtp.deleteConsumerKey({
      consumerKey: "b914ad238d0e8e8851b81e86ce46ae1d",
    });
  }
  {
    await calls.deleteConsumerKey(client, { consumerKey: "b914ad238d0e8e8851b81e86ce46ae1d" });
  }
}
