/**
 * The reference against CPython. One file, so that CPython is started once.
 */

import "./call_graph.ts";
import "./differences.ts";
import "./names.ts";
import "./pages.ts";
import "./three_ways.ts";
