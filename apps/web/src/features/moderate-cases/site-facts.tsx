import type { SiteClaims } from "@sightline/contract/moderation";
import { Badge } from "@sightline/ui/badge";
import { RelativeTime } from "@sightline/ui/relative-time";
import type { TFunction } from "i18next";

/** What a moderator sees of a new site and its owner. */
export function siteFacts(site: SiteClaims, t: TFunction<"moderation">) {
  const { host, subdomains, method, verifiedAtMs, state, ownerSinceMs, acceptances, otherSites } = site;
  return [
    { label: t("site.host"), value: <span className="font-mono break-all">{host}</span> },
    {
      label: t("site.state"),
      value: (
        <Badge tone={state === "good" ? "good" : state === "waiting" ? "wait" : "bad"}>
          {t(`site.states.${state}`)}
        </Badge>
      ),
    },
    {
      label: t("site.proof"),
      value: (
        <>
          {t(`site.methods.${method}`)}
          {subdomains && `, ${t("site.under")}`}
          {verifiedAtMs !== null && (
            <>
              , <RelativeTime timeMs={verifiedAtMs} focusable />
            </>
          )}
        </>
      ),
    },
    { label: t("site.owner"), value: <RelativeTime timeMs={ownerSinceMs} focusable /> },
    {
      label: t("site.acceptances"),
      value:
        acceptances.length === 0 ? (
          t("site.noAcceptance")
        ) : (
          <ul>
            {acceptances.map(({ version, acceptedAtMs }) => (
              <li key={version}>
                {t("site.acceptance", { version })}, <RelativeTime timeMs={acceptedAtMs} focusable />
              </li>
            ))}
          </ul>
        ),
    },
    {
      label: t("site.others"),
      value:
        otherSites.length === 0 ? (
          t("site.noOthers")
        ) : (
          <ul>
            {otherSites.map((other) => (
              <li key={other.host}>
                <span className="font-mono break-all">{other.host}</span>: {t(`site.states.${other.state}`)}
              </li>
            ))}
          </ul>
        ),
    },
  ];
}
