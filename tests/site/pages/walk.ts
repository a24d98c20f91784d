/**
 * Lists the files under a folder.
 *
 * @param root the folder
 * @returns their paths from there, in order
 */
export async function walk(root: string): Promise<string[]> {
  const files: string[] = [];
  const visit = async (folder: string) => {
    for await (const { name, isDirectory } of Deno.readDir(root + folder)) {
      if (isDirectory) await visit(`${folder}/${name}`);
      else files.push(`${folder}/${name}`.slice(1));
    }
  };
  await visit("");
  return files.sort();
}
