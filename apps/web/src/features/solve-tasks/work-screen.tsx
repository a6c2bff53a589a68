import type { WorkProgress } from "@sightline/contract/progress";
import { usePersistedState } from "@sightline/ui/persisted-state";
import { lazy, type ReactNode, Suspense, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { ActButtons } from "./act-buttons";
import { useChallengeFrame } from "./challenge/use-challenge-frame";
import { isCommandKeys, USUAL_KEYS } from "./command-keys";
import { deskCommands } from "./desk-commands";
import { EmptyDesk } from "./empty-desk";
import { LessonLine } from "./lesson-line";
import { NoticeLine } from "./notice-line";
import { PictureBox } from "./picture-box";
import { isPictureSetting, PLAIN_SETTING } from "./picture-setting";
import { PictureTools } from "./picture-tools";
import { ReadyCheck } from "./ready-check";
import { StatusLine } from "./status-line";
import { TaskInstructions } from "./task-instructions";
import { TimeLeft } from "./time-left";
import { useBreak } from "./use-break";
import { useDeskSession } from "./use-desk-session";
import { usePageHidden } from "./use-page-hidden";
import { type SayPresence, usePresence } from "./use-presence";
import { useWorkKeys } from "./use-work-keys";
import { WorkAnswer } from "./work-answer";
import type { WorkDesk } from "./work-desk";
import { pan, returnFocus, returnToField } from "./work-focus";
import { WorkHeader } from "./work-header";
import { taskOnScreen } from "./work-session";

const KeySheet = lazy(async () => ({ default: (await import("./key-sheet")).KeySheet }));

export interface WorkScreenProps {
  desk: WorkDesk;
  brand: string;
  logInHref: string;
  /** Account and theme, at the top. */
  tools: ReactNode;
  sayPresence: SayPresence;
  /** What staff tell; shown while no task is on the screen, so that it never stands beside one. */
  news?: ReactNode;
  /** What the worker has come to, null while it is loading; left out where nobody is paid for their time. */
  progress?: WorkProgress | null;
}

/** The worker's screen. It only shows the session and hands on what the person does. */
export function WorkScreen({
  desk,
  brand,
  logInHref,
  tools,
  sayPresence,
  news,
  progress = null,
}: WorkScreenProps) {
  const { t } = useTranslation("work");
  const session = useDeskSession(desk);
  const hidden = usePageHidden();
  /** Where plain keys go: the answer field, or the picture that is marked. */
  const focus = useRef<HTMLElement>(null);
  const noticeId = useId();
  const [help, setHelp] = useState(false);
  const [keys, setKeys] = usePersistedState("sightline.work-keys", USUAL_KEYS, isCommandKeys);
  const [setting, setSetting] = usePersistedState("sightline.picture", PLAIN_SETTING, isPictureSetting);
  const task = taskOnScreen(session);

  const challenge = useChallengeFrame(desk, session.stage === "working" ? task : null);
  const waiting = session.stage === "working" && session.link === "live" && task === null;
  const spell = useBreak({ isOpen: session.stage === "working", isActive: task !== null });
  const presence = usePresence(sayPresence, { waiting, lastActed: session.acted.at(-1)?.key });

  const { run, send, sketchDesk } = deskCommands(desk, session, setting, setSetting, challenge);
  useWorkKeys(keys, focus, { run: (command) => run(command, true), pan, help: () => setHelp(true) });

  return (
    <div
      className="flex min-h-svh flex-col bg-neutral-ground"
      onPointerUp={(event) => returnFocus(event, focus.current)}
    >
      <title>{`${t(hidden && task !== null ? "titleArrived" : "title")} · ${brand}`}</title>
      <WorkHeader
        brand={brand}
        waiting={waiting}
        spell={progress === undefined ? null : spell}
        onPause={() => desk.dispatch({ type: "pause" })}
        onKeys={() => setHelp(true)}
        onDone={() => returnToField(focus.current)}
      >
        {tools}
      </WorkHeader>
      <main className="mx-auto flex w-full max-w-3xl min-[2000px]:max-w-5xl grow flex-col justify-center gap-2 px-3 sm:pb-8">
        <h1 className="sr-only">{t(`heading.${task?.kind ?? "image"}`)}</h1>
        <div className="flex items-center gap-4">
          <TimeLeft
            endsAtMs={task === null ? null : desk.endsAtMs(task)}
            leaseMs={task?.leaseMs ?? 1}
            nowMs={desk.nowMs}
          />
          {challenge === null && <PictureTools setting={setting} keys={keys} run={run} />}
        </div>
        <LessonLine task={task} lesson={session.lesson} />
        {task !== null && <TaskInstructions task={task} />}
        <PictureBox
          tasks={session.tasks}
          setting={setting}
          keys={keys}
          desk={sketchDesk}
          challenge={challenge}
          focus={focus}
        >
          <EmptyDesk
            session={session}
            logInHref={logInHref}
            onWorkHere={() => desk.dispatch({ type: "work_here" })}
          >
            {presence.asks && <ReadyCheck onReady={presence.ready} />}
            {news}
          </EmptyDesk>
        </PictureBox>
        <WorkAnswer
          session={session}
          desk={sketchDesk}
          challenge={challenge}
          keys={keys}
          run={run}
          focus={focus}
          describedBy={noticeId}
          onType={(text) => desk.dispatch({ type: "typed", text })}
          onSend={send}
        />
        <NoticeLine
          id={noticeId}
          notice={session.notice}
          canTakeBack={session.sent !== null && session.takingBack === null}
          keys={keys}
          onTakeBack={() => run("take_back")}
        />
        <ActButtons stage={session.stage} hasTask={task !== null} keys={keys} run={run} />
      </main>
      <StatusLine session={session} progress={progress ?? null} />
      <Suspense>
        {help && (
          <KeySheet
            keys={keys}
            onChange={setKeys}
            onClose={() => {
              setHelp(false);
              returnToField(focus.current);
            }}
          />
        )}
      </Suspense>
    </div>
  );
}
