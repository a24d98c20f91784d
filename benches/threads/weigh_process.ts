console.log(Deno.memoryUsage().rss);
