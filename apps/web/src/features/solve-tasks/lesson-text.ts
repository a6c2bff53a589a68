/** Words for who is in training or exam. */
export const lessonText = {
  name: "Training and exam",
  training: "Training: after each answer you are told what was right. It is paid like all work.",
  exam: "Exam: six of eight right let you through. It is paid like all work.",
  or: " or ",
  outcome: {
    right: "“{{given}}” was right.",
    near: "“{{given}}” is one look-alike letter off: right is “{{accepted}}”. It counts here.",
    wrong: "“{{given}}” was not right: right is “{{accepted}}”.",
    unanswered: "Not answered: right would have been “{{accepted}}”.",
  },
  soFar: "{{right}} of {{judged}} right so far.",
  after: {
    exam: "Training is over, {{right}} of {{judged}} right. The exam comes next.",
    probation:
      "Passed, {{right}} of {{judged}} right. Tasks of this kind come to you now; the first of them are a probation.",
    training: "Not passed, {{right}} of {{judged}} right. Training begins again with other tasks.",
  },
};
