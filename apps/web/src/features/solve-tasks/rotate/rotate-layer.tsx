import type { Assignment } from "@sightline/contract/work";
import { RotateCcw, RotateCw } from "lucide-react";
import type { RefObject } from "react";
import { useTranslation } from "react-i18next";
import type { PictureSetting } from "../picture-setting";
import { type SketchDesk, SketchRegion } from "../sketch/sketch-region";
import type { BoxSize } from "../use-box-size";
import { WorkButton } from "../work-button";
import { turnBy, turnDegrees, turnsMax } from "./turn-steps";
import { TurnedPicture } from "./turned-picture";

export interface RotateLayerProps {
  task: Assignment;
  /** Null for a task that is ahead: its pictures are only loaded. */
  desk: SketchDesk | null;
  box: BoxSize | null;
  setting: PictureSetting;
  focus: RefObject<HTMLElement | null>;
}

/** The row under the picture, taken off the box's height. */
const CONTROLS_PX = 56;

/** Pictures to turn upright, one after the other: arrow keys, buttons or the slider. */
export function RotateLayer({ task, desk, box, setting, focus }: RotateLayerProps) {
  const { t } = useTranslation("work");
  const step = task.hints.angle;
  const sketch = desk?.sketch.shape === "angles" ? desk.sketch : null;
  const turns = sketch?.turns[sketch.at] ?? 0;
  const degrees = turnDegrees(turns, step);
  const pictures = [
    { url: task.imageUrl ?? "", widthPx: task.widthPx, heightPx: task.heightPx },
    ...task.files.filter(({ role }) => role === "picture"),
  ];
  const turn = (by: 1 | -1) => desk?.mark({ mark: "turn", turns: turnBy(turns, by, step) });
  const onKey = (event: KeyboardEvent) => {
    // The slider's arrow keys are its own.
    if (event.target instanceof HTMLInputElement) return false;
    if (event.key === "ArrowRight" || event.key === "ArrowUp") turn(1);
    else if (event.key === "ArrowLeft" || event.key === "ArrowDown") turn(-1);
    else return false;
    return true;
  };

  const shown = pictures.map((picture, place) => (
    <TurnedPicture
      key={picture.url}
      picture={picture}
      degrees={turnDegrees(sketch?.turns[place] ?? 0, step)}
      onScreen={place === sketch?.at}
      room={box && { ...box, heightPx: box.heightPx - CONTROLS_PX }}
      setting={setting}
    />
  ));
  if (desk === null)
    return (
      <div aria-hidden className="invisible absolute inset-0">
        {shown}
      </div>
    );
  return (
    <SketchRegion desk={desk} focus={focus} onKey={onKey}>
      {shown}
      <div className="absolute inset-x-0 bottom-0 flex h-14 items-center gap-2 px-3">
        <WorkButton name={t("rotate.left")} size="icon" onPress={() => turn(-1)}>
          <RotateCcw aria-hidden className="size-4" />
        </WorkButton>
        <input
          type="range"
          aria-label={t("rotate.slider")}
          aria-valuetext={t("marks.angle", { degrees })}
          min={-turnsMax(step)}
          max={turnsMax(step)}
          step={1}
          value={turns}
          onChange={(event) => desk.mark({ mark: "turn", turns: event.target.valueAsNumber })}
          className="h-11 min-w-0 grow touch-none accent-accent"
        />
        <WorkButton name={t("rotate.right")} size="icon" onPress={() => turn(1)}>
          <RotateCw aria-hidden className="size-4" />
        </WorkButton>
      </div>
    </SketchRegion>
  );
}
