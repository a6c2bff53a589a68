import { answerTestTasks } from "../test-mode/answer-test-tasks";
import type { Service } from "./service";

export const answerTestTasksService: Service = {
  name: "answer-test-tasks",
  everyMs: 250,
  runOnce: answerTestTasks,
};
