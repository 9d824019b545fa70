// Renders what /openapi lists; nothing is named here, so a new service needs no change.
fetch("/openapi", { headers: { Accept: "application/json" } })
  .then((answer) => answer.json())
  .then(({ documents }) =>
    SwaggerUIBundle({
      urls: documents.map((it) => ({ name: it.service, url: it.href })),
      dom_id: "#documents",
      deepLinking: true,
      presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
      layout: "StandaloneLayout",
    }),
  );
