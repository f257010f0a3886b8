/** Starts the self-check on a page that has one. */

import { start } from "./view.mjs";

for (const $form of document.querySelectorAll("form[data-selfcheck]")) start($form);
