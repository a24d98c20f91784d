/**
 * The library against CPython. One file, so that CPython is started once; only
 * what decides claims of the article stands apart, for the ledger runs it alone.
 */

import "./judge_chapters.ts";
import "./judge_corpus.ts";
import "./judge_fuzz.ts";
import "./judge_sources.ts";
