import { Button } from "@sightline/ui/button";
import { Notice } from "@sightline/ui/notice";
import { isStringList, usePersistedState } from "@sightline/ui/persisted-state";
import { useQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { addText } from "../lib/text";
import { trpc } from "../lib/trpc";
import { announcementsText } from "../text/announcements";

addText("announcements", announcementsText);

const HIDDEN_MAX = 50;
const LOOK_EVERY_MS = 60_000;
const currentQuery = trpc.announcements.current.queryOptions(undefined, {
  refetchInterval: LOOK_EVERY_MS,
  staleTime: LOOK_EVERY_MS,
});

/** What staff tell everybody, until this person hides it; a new version shows again. */
export function Announcements() {
  const { t } = useTranslation("announcements");
  const { data = [] } = useQuery(currentQuery);
  const [hidden, setHidden] = usePersistedState<string[]>("sightline.announcements-hidden", [], isStringList);
  return data
    .map((each) => ({ ...each, key: `${each.id}.${each.version}` }))
    .filter(({ key }) => !hidden.includes(key))
    .map(({ key, tone, text }) => (
      <div key={key} className="px-4 pt-4 md:px-8">
        <Notice tone={tone}>
          <div className="flex items-start gap-3">
            <p className="min-w-0 grow break-words whitespace-pre-line">{text}</p>
            <Button
              tone="quiet"
              size="icon"
              aria-label={t("dismiss")}
              className="-my-2 -me-2"
              onPress={() => setHidden([...hidden, key].slice(-HIDDEN_MAX))}
            >
              <X aria-hidden className="size-4" />
            </Button>
          </div>
        </Notice>
      </div>
    ));
}
