import type { Assignment } from "@sightline/contract/work";
import { type ReactNode, type RefObject, useRef } from "react";
import type { ChallengeView } from "./challenge/use-challenge-frame";
import type { CommandKeys } from "./command-keys";
import { leaseKey } from "./lease-key";
import type { PictureSetting } from "./picture-setting";
import type { SketchDesk } from "./sketch/sketch-region";
import { TaskLayer } from "./task-layer";
import { useBoxSize } from "./use-box-size";

export interface PictureBoxProps {
  tasks: readonly Assignment[];
  setting: PictureSetting;
  keys: CommandKeys;
  /** While the task on the screen is answered on its picture. */
  desk: SketchDesk | null;
  /** While it is a live challenge. */
  challenge: ChallengeView | null;
  focus: RefObject<HTMLElement | null>;
  /** What stands in the box while there is no picture. */
  children: ReactNode;
}

const HEIGHTS = {
  read: "h-[clamp(9rem,26svh,24rem)] sm:h-[clamp(11rem,38svh,24rem)] min-[2000px]:h-[clamp(11rem,42svh,40rem)]",
  challenge: "h-[clamp(20rem,48svh,42rem)] sm:h-[clamp(20rem,62svh,42rem)]",
  marked:
    "h-[clamp(12rem,36svh,36rem)] sm:h-[clamp(14rem,45svh,40rem)] min-[2000px]:h-[clamp(14rem,52svh,52rem)]",
};

/** The fixed box: the same size with a large picture, a small one and none; larger where a picture is marked. */
export function PictureBox({ tasks, setting, keys, desk, challenge, focus, children }: PictureBoxProps) {
  const frame = useRef<HTMLDivElement>(null);
  const box = useBoxSize(frame);
  return (
    <div
      className={`${HEIGHTS[challenge !== null ? "challenge" : desk === null ? "read" : "marked"]} w-full rounded-10 p-px ring-1 ring-neutral-line ring-inset`}
    >
      <div ref={frame} className="relative size-full overflow-clip rounded-10">
        {tasks.map((task, place) => (
          <TaskLayer
            key={leaseKey(task)}
            task={task}
            onScreen={place === 0}
            box={box}
            desk={place === 0 ? desk : null}
            challenge={place === 0 ? challenge : null}
            setting={setting}
            keys={keys}
            focus={focus}
          />
        ))}
        {tasks.length === 0 && children}
      </div>
    </div>
  );
}
