import { ERROR_PAGES, ERRORS_PAGE, SHARED_NAME_PAGES } from "./error-pages";
import { CALLBACKS } from "./guides/callbacks";
import { CLIENTS } from "./guides/clients";
import { DEBUGGING } from "./guides/debugging";
import { FIRST_IMAGE } from "./guides/first-image";
import { HANDLING_ERRORS } from "./guides/handling-errors";
import { IDEMPOTENCY } from "./guides/idempotency";
import { JSON_API } from "./guides/json-api";
import { REQUEST_LIMITS } from "./guides/limits";
import { MORE_ACTIONS } from "./guides/more-actions";
import { REPORTS } from "./guides/reports";
import { SEVERAL_ANSWERS_GUIDE } from "./guides/several-answers";
import { SITE_OWNERS } from "./guides/site-owners";
import { TEST_MODE } from "./guides/test-mode";
import { WAITING } from "./guides/waiting";
import { kindPage } from "./kind-page";
import { KIND_GUIDES } from "./kinds/kind-guides";
import type { DocsPage, NavGroup } from "./page";
import { REFERENCE_PAGE } from "./reference-page";

export const DOCS_NAV: readonly NavGroup[] = [
  { title: "Start", pages: [FIRST_IMAGE, WAITING, TEST_MODE, CLIENTS] },
  { title: "Kinds of task", pages: [...KIND_GUIDES.map(kindPage), SITE_OWNERS] },
  { title: "When it goes wrong", pages: [HANDLING_ERRORS, ERRORS_PAGE, DEBUGGING, REQUEST_LIMITS] },
  {
    title: "More",
    pages: [SEVERAL_ANSWERS_GUIDE, IDEMPOTENCY, CALLBACKS, REPORTS, MORE_ACTIONS, JSON_API, REFERENCE_PAGE],
  },
];

/** Every page there is; those of single codes stand in the list of codes rather than in the navigation. */
export const DOCS_PAGES: readonly DocsPage[] = [
  ...DOCS_NAV.flatMap(({ pages }) => pages),
  ...ERROR_PAGES,
  ...SHARED_NAME_PAGES,
];
