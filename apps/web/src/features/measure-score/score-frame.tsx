import { type ChallengeFrame, frameMessageSchema } from "@sightline/contract/challenge-frame";
import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { measureMutation, openScoreFrameMutation } from "./queries";

/**
 * Measures once: opens the vendor's own page on the challenge host, unseen since there is nothing to do in it, and
 * hands its token to the server.
 */
export function ScoreFrame() {
  const { t } = useTranslation("worker");
  const element = useRef<HTMLIFrameElement>(null);
  const [frame, setFrame] = useState<ChallengeFrame | null>(null);
  const { mutateAsync: open } = useMutation(openScoreFrameMutation());
  const { mutate: measure } = useMutation(measureMutation());

  useEffect(() => {
    open().then(setFrame, () => {});
  }, [open]);

  useEffect(() => {
    if (frame === null) return;
    const listen = (event: MessageEvent<unknown>) => {
      if (event.origin !== frame.origin || event.source !== element.current?.contentWindow) return;
      const { data: message } = frameMessageSchema.safeParse(event.data);
      if (message?.nonce === frame.nonce && message.type === "solved") measure({ token: message.token });
    };
    window.addEventListener("message", listen);
    return () => window.removeEventListener("message", listen);
  }, [frame, measure]);

  if (frame === null) return null;
  return (
    <iframe
      ref={element}
      src={frame.url}
      title={t("score.frame")}
      sandbox="allow-scripts allow-same-origin"
      referrerPolicy="strict-origin"
      className="pointer-events-none absolute size-px opacity-0"
      tabIndex={-1}
    />
  );
}
