import { Notice } from "@sightline/ui/notice";
import { TextLink } from "@sightline/ui/text-link";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { waitingQuery } from "./queries";

const PAGES = {
  refunds: "/staff/refunds",
  bookings: "/staff/deposits",
  roles: "/staff/accounts",
  invitations: "/staff/accounts",
} as const;
const SORTS = ["refunds", "bookings", "roles", "invitations"] as const;

/** How much waits for a second admin on other pages, and the way there; nothing while there is none. */
export function WaitingElsewhere() {
  const { t } = useTranslation("moderation");
  const { data } = useQuery(waitingQuery);
  const waiting = SORTS.filter((sort) => (data?.[sort] ?? 0) > 0);
  if (data === undefined || waiting.length === 0) return null;
  return (
    <Notice tone="wait">
      <div className="flex flex-wrap gap-x-4 gap-y-1">
        <span>{t("waits.lead")}</span>
        {waiting.map((sort) => (
          <TextLink key={sort} href={PAGES[sort]}>
            {t(`waits.${sort}`, { count: data[sort] })}
          </TextLink>
        ))}
      </div>
    </Notice>
  );
}
