import type { Assignment } from "@sightline/contract/work";
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { decodePicture } from "./image-prefetch";
import { leaseKey } from "./lease-key";
import { markPainted } from "./paint-marks";
import { fitPicture, type PictureFit } from "./picture-fit";
import { filterOf, type PictureSetting } from "./picture-setting";
import type { BoxSize } from "./use-box-size";
import { WorkButton } from "./work-button";

export interface PictureLayerProps {
  task: Assignment;
  onScreen: boolean;
  box: BoxSize | null;
  setting: PictureSetting;
  field: RefObject<HTMLInputElement | null>;
}

/**
 * One held picture in its own layer of the box. The one that is ahead is loaded and decoded here, out of sight and
 * out of the accessibility tree; when its turn comes the same element only becomes visible, so nothing is loaded,
 * decoded or laid out between the key and the paint.
 */
export function PictureLayer({ task, onScreen, box, setting, field }: PictureLayerProps) {
  const { t } = useTranslation("work");
  const pane = useRef<HTMLDivElement>(null);
  const picture = useRef<HTMLImageElement>(null);
  const [attempt, setAttempt] = useState(0);
  const state = useDecoded(picture, attempt);
  const key = leaseKey(task);

  useLayoutEffect(() => {
    if (!onScreen || state !== "there" || field.current === null) return;
    return markPainted(key, field.current);
  }, [onScreen, state, key, field]);

  const fit = box === null ? null : fitPicture(task, box, setting.zoom);
  useCentred(pane, onScreen, fit);
  const pans = onScreen && setting.zoom > 1;
  return (
    <div
      ref={pane}
      {...(onScreen ? { "data-picture-pane": "" } : { "aria-hidden": true })}
      {...(pans && { role: "group", tabIndex: 0, "aria-label": t("picture.zoomed") })}
      className={`absolute inset-0 flex ${onScreen ? "overflow-auto" : "invisible overflow-clip"}`}
    >
      <img
        ref={picture}
        src={task.imageUrl}
        alt={onScreen ? t("picture.name") : ""}
        width={task.widthPx}
        height={task.heightPx}
        decoding="sync"
        draggable={false}
        className="m-auto block max-w-none shrink-0 select-none"
        style={
          fit === null
            ? {}
            : {
                width: fit.widthPx,
                height: fit.heightPx,
                imageRendering: fit.rendering,
                filter: filterOf(setting),
              }
        }
      />
      {onScreen && state === "broken" && (
        <div className="absolute inset-0 flex flex-col items-center justify-center gap-3 bg-neutral-ground">
          <p role="alert">{t("picture.broken")}</p>
          <WorkButton name={t("picture.again")} onPress={() => setAttempt(attempt + 1)} />
        </div>
      )}
    </div>
  );
}

/** An enlarged picture starts with its middle in view. */
function useCentred(pane: RefObject<HTMLDivElement | null>, onScreen: boolean, fit: PictureFit | null) {
  const widthPx = fit?.widthPx ?? 0;
  const heightPx = fit?.heightPx ?? 0;
  useLayoutEffect(() => {
    if (pane.current === null || !onScreen) return;
    const { clientWidth, clientHeight } = pane.current;
    pane.current.scrollTo((widthPx - clientWidth) / 2, (heightPx - clientHeight) / 2);
  }, [pane, onScreen, widthPx, heightPx]);
}

function useDecoded(
  picture: RefObject<HTMLImageElement | null>,
  attempt: number,
): "loading" | "there" | "broken" {
  const [state, setState] = useState<"loading" | "there" | "broken">("loading");
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt starts the same work again.
  useEffect(() => {
    if (picture.current === null) return;
    const left = new AbortController();
    void decodePicture(picture.current, left.signal).then((there) => {
      if (!left.signal.aborted) setState(there ? "there" : "broken");
    });
    return () => {
      left.abort();
      setState("loading");
    };
  }, [picture, attempt]);
  return state;
}
