/**
 * Unpacks a font with Chinese characters into the folder that `TMPDIR` names.
 *
 * Noto Sans SC, in the regular weight: browsers make a bold one of it. The
 * package is taken because it has whole fonts in a format that fontconfig reads;
 * most others are cut into a hundred pieces for the web.
 *
 * Only a raw import reaches a file of an npm package. Its specifier is put
 * together at run time, or `deno check` would want `--unstable-raw-imports` too.
 *
 * @module
 */

import font from "npm:@expo-google-fonts/noto-sans-sc@0.4.3/package.json" with {
  type: "json",
};

const FILE = "NotoSansSC_400Regular.ttf";

if (import.meta.main) {
  const folder = Deno.env.get("TMPDIR");
  if (!folder) {
    throw new Error("TMPDIR is unset; it must name the folder to unpack into");
  }
  const { default: bytes } = await import(
    `npm:${font.name}@${font.version}/400Regular/${FILE}`,
    {
      with: { type: "bytes" },
    }
  );
  await Deno.writeFile(`${folder}/${FILE}`, bytes);
}
