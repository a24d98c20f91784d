const response = await fetch(Deno.args[0]!);
console.log(await response.text());
