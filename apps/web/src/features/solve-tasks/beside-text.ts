/** Words for what stands beside the work: the wait, the worker's own progress, breaks. */
export const besideText = {
  perHour: "Per active hour",
  level: "Level {{level}}",
  stage: { training: "Training", exam: "Exam", probation: "Probation" },
  wait: {
    unknown: "How long it may take nobody knows yet: too few pictures have come lately.",
    seconds: "By what came lately: about {{count}} seconds.",
    minute: "By what came lately: about a minute.",
    minutes: "By what came lately: about {{count}} minutes.",
    long: "By what came lately: an hour or more.",
  },
  break: {
    button: "Time for a break?",
    menu: "Break",
    said_one:
      "You have worked for {{count}} minute without a break. It can be taken at any time; nothing is lost.",
    said_other:
      "You have worked for {{count}} minutes without a break. It can be taken at any time; nothing is lost.",
    now: "Pause now",
    later: "Ask again in 15 minutes",
    never: "Not again today",
  },
};
