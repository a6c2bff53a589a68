import { cancelTaskMethod } from "./cancel-task-method";
import { createTaskMethod } from "./create-task-method";
import { getBalanceMethod } from "./get-balance-method";
import { getTaskResultMethod } from "./get-task-result-method";
import type { Method } from "./method-call";
import { reportMethod } from "./report-method";
import { getQueueStatsMethod, getSpendingStatsMethod, getTaskReceiptMethod } from "./statistics-methods";

const reportCorrect = reportMethod("good");
const reportIncorrect = reportMethod("bad");

/** The methods that need a clientKey, by their addresses; the older names of the reports go on working. */
export const METHODS: Readonly<Record<string, Method>> = {
  createTask: createTaskMethod,
  getTaskResult: getTaskResultMethod,
  getBalance: getBalanceMethod,
  reportCorrect,
  reportIncorrect,
  reportCorrectRecaptcha: reportCorrect,
  reportIncorrectRecaptcha: reportIncorrect,
  reportIncorrectImageCaptcha: reportIncorrect,
  reportIncorrectHcaptcha: reportIncorrect,
  cancelTask: cancelTaskMethod,
  getTaskReceipt: getTaskReceiptMethod,
  getQueueStats: getQueueStatsMethod,
  getSpendingStats: getSpendingStatsMethod,
};
