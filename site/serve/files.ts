/**
 * Serves the files of a folder, and nothing outside it.
 *
 * @module
 */

import { extname } from "node:path";

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".woff2": "font/woff2",
  ".xml": "application/xml; charset=utf-8",
};

/** What is at a path. */
export type Found =
  | { readonly kind: "file"; readonly body: Uint8Array; readonly type: string }
  | { readonly kind: "folder" }
  | { readonly kind: "nothing" };

/**
 * Looks up the path of a request.
 *
 * @param root the folder that is served
 * @param pathname the path of the request's URL, still encoded
 * @returns the file, or that there is none
 */
export async function findFile(root: string, pathname: string): Promise<Found> {
  const path = decodePath(pathname);
  if (path === undefined) return { kind: "nothing" };
  const file = path.endsWith("/") ? `${path}index.html` : path;
  try {
    const info = await Deno.stat(root + file);
    if (info.isDirectory) return { kind: "folder" };
    const body = await Deno.readFile(root + file);
    const type = TYPES[extname(file)] ?? "application/octet-stream";
    return { kind: "file", body, type };
  } catch (error) {
    if (error instanceof Deno.errors.PermissionDenied) throw error;
    return { kind: "nothing" };
  }
}

/** A path without a step upwards in it, however that step was written. */
function decodePath(pathname: string): string | undefined {
  let path: string;
  try {
    path = decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
  const steps = path.split(/[/\\]/);
  return steps.includes("..") || /[\\\0]/.test(path) ? undefined : path;
}
