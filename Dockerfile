# Built with `docker build -t pacta .`, run with `docker run -p 8080:8080 pacta`.

FROM node:26-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
# None of what is used here needs an install script: better-sqlite3 and esbuild bring their binaries inside packages.
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY src src
# The bundle that is served; then only what runs stays.
RUN node src/bundle.js && test -s dist/pacta.js && npm prune --omit=dev --no-save --ignore-scripts --no-audit --no-fund
COPY migrations migrations
COPY seed seed
ENV RECORD=/app/record.sqlite
RUN node src/pacta.js seed
# What Node makes of the code, kept for every start: for one user and under the flags of V8 that the server has, so it is
# made by that user and under these. The document asks a call of every operation, and the explorer has packages of its own, so
# that nearly all of the code has been loaded.
RUN rm -rf seed node_modules/.cache && mkdir node_modules/.cache && chown node node_modules/.cache
USER node
RUN for path in /openapi.yaml /docs; do node --min-semi-space-size=4 --max-semi-space-size=4 --no-memory-reducer src/pacta.js get "$path" > /dev/null || exit 1; done

# What runs: the code, its production dependencies and the finished record. The seed stays behind, so that the server
# takes the record as it finds it and never writes; a newer record can be mounted in its place.
FROM node:26-slim
WORKDIR /app
# Of glibc: one pool of memory for all threads, as compressing answers in several leaves holes in each; and what is free at its
# end, or was large, goes back to the system.
ENV NODE_ENV=production MALLOC_ARENA_MAX=1 MALLOC_TRIM_THRESHOLD_=131072 MALLOC_MMAP_THRESHOLD_=32768 HOST=0.0.0.0 PORT=8080 RECORD=/app/record.sqlite
# For whoever is reached by the public: 20 requests a second for each client, by the minute. 0 where an edge limits rates. The
# figures are for a Prometheus beside it; their port is not published unless you say so.
ENV RATE_LIMIT=1200 METRICS_PORT=9464
COPY package.json package-lock.json LICENSE LICENSE-RECORD.md ./
COPY --from=build /app/node_modules node_modules
# Its files are for their owner's eyes alone.
COPY --from=build --chown=node /app/node_modules/.cache node_modules/.cache
COPY --from=build /app/src src
COPY --from=build /app/dist dist
COPY --from=build /app/record.sqlite record.sqlite
USER node
EXPOSE 8080 9464
HEALTHCHECK --interval=10s --timeout=3s --start-period=5s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/readyz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--min-semi-space-size=4", "--max-semi-space-size=4", "--no-memory-reducer", "src/pacta.js", "serve"]
