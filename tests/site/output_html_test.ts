import assert from "node:assert/strict";
import { outputHtml } from "lib/site/output_html.ts";

const options = { name: "pictures/a-strip", toRoot: "../" };

Deno.test("outputHtml() shows a figure as its picture and keeps its data beside it", () => {
  const { html, picture } = outputHtml({
    output_type: "display_data",
    data: {
      "application/vnd.plotly.v1+json": { data: [], layout: { title: { text: "a</script>" } } },
      "image/png": "AQID\n",
      "text/plain": ["Figure: beats\n", "of two records"],
    },
    metadata: { "image/png": { width: 760, height: 400 } },
  }, options);
  assert.equal(picture?.path, "pictures/a-strip.png");
  assert.deepEqual([...picture!.content], [1, 2, 3]);
  assert.match(html, /src="\.\.\/pictures\/a-strip\.png" alt="Figure: beats; of two records"/);
  assert.match(html, /width="760" height="400"/);
  assert.equal(html.match(/<\/script>/g)?.length, 1);
});

Deno.test("outputHtml() takes HTML before text, and escapes text", () => {
  const data = { "text/html": "<table></table>", "text/plain": "table" };
  assert.equal(outputHtml({ output_type: "display_data", data }, options).html, "<table></table>");
  const stream = outputHtml({ output_type: "stream", text: ["1 < 2\n", "3"] }, options);
  assert.equal(stream.html, '<pre class="text">1 &lt; 2\n3</pre>');
});
