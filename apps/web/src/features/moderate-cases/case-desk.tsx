import type { VerdictReply } from "@sightline/contract/moderation";
import { LoadingBlock } from "@sightline/ui/skeleton";
import { TextLink } from "@sightline/ui/text-link";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { LoadError } from "../../components/load-error";
import { BlindReading } from "./blind-reading";
import { CaseFacts } from "./case-facts";
import { CaseMaterial } from "./case-material";
import { caseQuery } from "./queries";
import { VerdictForm } from "./verdict-form";

export interface CaseDeskProps {
  caseId: number;
  onDecided: (caseId: number, reply: VerdictReply) => void;
}

/** One case: what was sent, the moderator's reading, then what is claimed, and the verdict. */
export function CaseDesk({ caseId, onDecided }: CaseDeskProps) {
  const { t } = useTranslation("moderation");
  const { data: view, error, refetch } = useQuery(caseQuery(caseId));
  if (view === undefined) {
    return error ? (
      <LoadError title={t("caseFailed")} error={error} onRetry={refetch} />
    ) : (
      <LoadingBlock lines={8} />
    );
  }
  return (
    <section aria-labelledby="case-title" className="flex flex-col gap-6">
      <h2 id="case-title" className="text-16 font-semibold">
        {t("caseTitle", { kind: t(`kinds.${view.kind}`), id: view.id })}
      </h2>
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-4">
          {view.task && <CaseMaterial task={view.task} blurs={view.kind === "flagged_content"} />}
          <CaseFacts view={view} />
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          {view.claims === null ? (
            <BlindReading caseId={view.id} />
          ) : (
            <VerdictForm view={view} onDecided={(reply) => onDecided(view.id, reply)} />
          )}
          <TextLink href="/staff/glyphs" className="self-start">
            {t("policy")}
          </TextLink>
        </div>
      </div>
    </section>
  );
}
