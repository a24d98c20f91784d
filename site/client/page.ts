/**
 * What the pages gain from a script. All of it is extra: without it the book
 * reads the same.
 *
 * @module
 */

import { followContents } from "./contents.ts";
import { offerCopying } from "./copying.ts";
import { rememberTabs } from "./tab_memory.ts";
import { offerThemes } from "./theme_switch.ts";
import { turnPages } from "./turning.ts";

offerThemes();
followContents();
rememberTabs();
offerCopying();
turnPages();
